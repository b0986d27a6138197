import { isThere, unreadFile, type Shelf } from '../locale/index.js'
import { Kept } from '../memory/index.js'
import { fileStart, finding, type Finding } from '../report/index.js'

/** A template with the partials it may use. */
export interface Template {
  readonly main: Sheet
  readonly partials: ReadonlyMap<string, Sheet>
  /** Those that are there and cannot be read, with why: only who asks for one is told. */
  readonly unread: ReadonlyMap<string, string>
}
/** One of its files. */
export interface Sheet {
  readonly file: string
  readonly text: string
}

/** Reads `templates/<format>.hbs` and all partials. */
export function readTemplate(
  shelf: Shelf,
  format: string,
): { readonly template?: Template; readonly findings: readonly Finding[] } {
  const file = `templates/${format}.hbs`
  const text = shelf.read(file)
  if (text === undefined) {
    const missing = finding('template-missing', fileStart(file), { format })
    return { findings: [isThere(shelf, file) ? unreadFile(shelf, file) : missing] }
  }
  const partials = new Map<string, Sheet>()
  const unread = new Map<string, string>()
  for (const name of shelf.list('templates/partials')) {
    if (!name.endsWith('.hbs')) continue
    const path = `templates/partials/${name}`
    const said = name.slice(0, -'.hbs'.length)
    const inside = shelf.read(path)
    if (inside === undefined) unread.set(said, shelf.why?.(path) ?? 'it is gone')
    else partials.set(said, { file: path, text: inside })
  }
  return { template: keptTemplate({ main: { file, text }, partials, unread }), findings: [] }
}

/** The same object for the same texts: what was made from a template is kept beside it. */
const templates = new Kept<string, Template>(20)
function keptTemplate(template: Template): Template {
  const sheets = [template.main, ...template.partials.values()].map((s) => `${s.file}\n${s.text}`)
  const id = [...sheets, ...[...template.unread].map(String)].join('\0')
  return templates.get(id) ?? templates.set(id, template)
}
