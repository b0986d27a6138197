import type { Theme } from '../layout/index.js'
import {
  forgetTexts,
  isPseudo,
  isTag,
  isThere,
  pseudoCatalogue,
  readCatalogue,
  readJson,
  type Catalogue,
  type Shelf,
} from '../locale/index.js'
import { keep } from '../memory/index.js'
import {
  pictureShelf,
  readNotice,
  readWorkspace,
  type Notice,
  type PictureShelf,
  type Workspace,
} from '../notice/index.js'
import type { Finding } from '../report/index.js'
import { forgetWords, type FontSet } from '../text/index.js'
import { diskShelf } from './disk-shelf.js'
import { FontShop, openFaces } from './fonts.js'
import { enginePrint } from './engine.js'
import { picturePackages } from './picture-packages.js'
import { readTheme } from './read-theme.js'
import { sha256, SeenFiles } from './seen.js'

/** A workspace that is open for orders: everything is read once and kept. */
export class Counter {
  readonly shelf: Shelf
  readonly workspace: Workspace | undefined
  readonly theme: Theme | undefined
  readonly pictures: PictureShelf
  /** Problems of doorstep.json and the theme. */
  readonly findings: readonly Finding[]
  readonly #fontShop: FontShop
  readonly #notices = new Map<string, ReturnType<typeof readNotice>>()
  readonly #catalogues = new Map<string, ReturnType<typeof readCatalogue>>()
  readonly #fonts = new Map<string, { fonts?: FontSet; findings: Finding[] }>()

  readonly #fontPrints = new Map<string, string>()
  #engine: string | undefined
  #languages: readonly string[] | undefined

  /**
   * `folder`: absolute path of the workspace. `shelf`: its files, unless a test brings its own. `seen`: notes all that is
   * read. `faces`: fonts that an earlier counter opened, which need not be opened again.
   */
  constructor(
    readonly folder: string,
    shelf?: Shelf,
    readonly seen: SeenFiles = new SeenFiles(folder),
    faces = openFaces(),
  ) {
    this.shelf = shelf ?? diskShelf(folder, seen)
    const { value, findings } = readWorkspace(this.shelf)
    const theme = value ? readTheme(this.shelf, value.theme) : undefined
    this.workspace = value
    this.theme = theme?.value
    this.findings = [...findings, ...(theme?.findings ?? [])]
    this.pictures = pictureShelf(this.shelf, picturePackages(seen))
    this.#fontShop = new FontShop(folder, seen, faces)
  }

  /**
   * Tags of all languages: folders of locales/ with a locale.json, be it one that nobody can read, or with texts that wait
   * for one; the source first, then by tag. As they were at first: one that is closed and goes meanwhile is still one.
   */
  languages(): readonly string[] {
    return (this.#languages ??= this.#tags())
  }

  #tags(): string[] {
    const { shelf } = this
    const source = this.workspace?.source
    const isBegun = (tag: string, names: readonly string[]): boolean =>
      tag !== source && isTag(tag) && names.some((name) => name.endsWith('.json'))
    const isLanguage = (tag: string): boolean => {
      if (isThere(shelf, `locales/${tag}/locale.json`)) return true
      const names = shelf.list(`locales/${tag}`)
      return names.includes('locale.json') || isBegun(tag, names)
    }
    const tags = shelf.list('locales').filter(isLanguage)
    return tags.sort((a, b) => Number(b === source) - Number(a === source) || (a < b ? -1 : 1))
  }

  notice(id: string): { value?: Notice; findings: readonly Finding[] } {
    return keep(this.#notices, id, () => readNotice(this.shelf, id))
  }

  catalogue(tag: string): { readonly catalogue?: Catalogue; readonly findings: readonly Finding[] } {
    return keep(this.#catalogues, tag, () => {
      if (!isPseudo(tag) || this.shelf.list(`locales/${tag}`).length > 0) return readCatalogue(this.shelf, tag)
      const { catalogue, findings } = this.catalogue(this.workspace?.source ?? 'en')
      return catalogue ? { catalogue: pseudoCatalogue(catalogue, tag), findings } : { findings }
    })
  }

  fonts(tag: string): { fonts?: FontSet; findings: Finding[] } {
    return keep(this.#fonts, tag, () => {
      const { catalogue } = this.catalogue(tag)
      if (!catalogue) return { findings: [] }
      const place = readJson(this.shelf, `locales/${tag}/locale.json`).place(['fonts'])
      return this.#fontShop.fontsFor(catalogue.locale, place)
    })
  }

  /** Lets go of a language: its texts and fonts are read again if somebody asks for them. */
  close(tag: string): void {
    if (tag !== this.workspace?.source) this.#close(tag)
  }

  /** Lets go of all languages: when all leaflets are made, what is left to do needs none of them. */
  closeAll(): void {
    for (const tag of [...this.#catalogues.keys()]) this.#close(tag)
  }

  #close(tag: string): void {
    forgetTexts(tag)
    this.#catalogues.delete(tag)
    this.#fonts.delete(tag)
    this.shelf.close?.(`locales/${tag}`)
  }

  /** Lets go of the words of a language. */
  forgetWords(tag: string): void {
    const fonts = this.#fonts.get(tag)?.fonts
    if (fonts) forgetWords(fonts)
  }

  /** Stands for the fonts of a language: their files, names and sizes. */
  fontPrint(tag: string): string {
    return keep(this.#fontPrints, tag, () => {
      const locale = this.catalogue(tag).catalogue?.locale
      return locale ? sha256(JSON.stringify([locale.script, locale.fonts, this.#fontShop.filesOf(locale)])) : ''
    })
  }

  /**
   * Notes what leaflets of some languages, made elsewhere, are made from besides the files of the workspace. Pictures of
   * packages go with the program, whose package.json pins them.
   */
  note(languages: Iterable<string>): void {
    for (const tag of languages) this.fontPrint(tag)
    this.#engine ??= enginePrint(this.seen)
  }

  /** Stands for the program and for what of Node shows in a leaflet. */
  get engine(): string {
    return (this.#engine ??= enginePrint(this.seen))
  }
}
