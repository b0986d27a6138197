import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The notice that all others are made of. */
export const NOTICE = 'children-and-families'

type Json = string | readonly Json[] | { readonly [name: string]: Json }

/**
 * Writes a workspace with so many notices, each in all languages of the workspace `from`, one of whose notices they are
 * made of: two of the language's own words stand before and after every text of it, others in each notice, so that no
 * line of one is a line of another. Templates, theme, fonts and the leaflet's own words are those of the workspace.
 */
export function writeWorkspace(folder: string, { from, notices }: { from: string; notices: number }): void {
  const ids = Array.from({ length: notices }, (_, i) => noticeId(i))
  const workspace = readJson(join(from, 'doorstep.json')) as Record<string, Json>
  write(join(folder, 'doorstep.json'), { ...workspace, notices: ids, output: 'output' })
  const isNotice = (path: string): boolean => path.includes(`/${NOTICE}`)
  cpSync(join(from, 'templates'), join(folder, 'templates'), { recursive: true, filter: (path) => !isNotice(path) })
  for (const name of readdirSync(join(from, 'templates/notices'))) {
    const text = readFileSync(join(from, 'templates/notices', name), 'utf8')
    for (const id of ids)
      write(join(folder, 'templates/notices', name.replace(NOTICE, id)), text.replaceAll(NOTICE, id))
  }
  cpSync(join(from, 'locales/glossary.json'), join(folder, 'locales/glossary.json'))
  for (const tag of languagesOf(from)) writeLanguage(tag, { from, folder, ids })
}

export const noticeId = (i: number): string => `notice-${i + 1}`

/** Tags of the languages of a workspace. */
export const languagesOf = (folder: string): string[] =>
  readdirSync(join(folder, 'locales'), { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))

interface Move {
  readonly from: string
  readonly folder: string
  readonly ids: readonly string[]
}

/** Copies one language. Reviews and histories of the notice's texts stay behind: they are of other texts. */
export function writeLanguage(tag: string, { from, folder, ids }: Move): void {
  // A word of the glossary would ask for its translation.
  const terms = tag === 'en' ? readFileSync(join(from, 'locales/glossary.json'), 'utf8').toLowerCase() : ''
  const [source, target] = [join(from, 'locales', tag), join(folder, 'locales', tag)]
  for (const name of readdirSync(source)) {
    const file = readJson(join(source, name))
    if (name.startsWith(NOTICE)) {
      const reword = rewording(tag, file, terms)
      ids.forEach((id, i) => {
        write(join(target, name.replace(NOTICE, id)), i === 0 ? file : reword(i))
      })
    } else if (name === 'review.json' || name === 'history.json') {
      const others = Object.entries(file).filter(([key]) => !key.startsWith(NOTICE))
      write(join(target, name), Object.fromEntries(others))
    } else write(join(target, name), file)
  }
}

/** Gives, for a number, the messages with two of their own words more at each end of every text. */
function rewording(tag: string, messages: Json, terms: string): (turn: number) => Json {
  const words = wordsOf(tag, textsOf(messages).join('\n')).filter((word) => !terms.includes(word))
  const joint = UNSPACED.includes(tag.split('-')[0]!) ? '' : ' '
  return (turn) => {
    let state = turn * 7919
    const some = Array.from(words)
    const pick = (_: unknown, taken: number): string => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0 // Numerical Recipes' generator: the same words each time.
      const at = taken + Math.floor((state / 2 ** 32) * (some.length - taken))
      return ([some[taken], some[at]] = [some[at]!, some[taken]!])[0]
    }
    return edited(messages, (text) => {
      const [first, second, ...last] = Array.from({ length: 4 }, pick)
      return [first, second, text, ...last].join(joint)
    })
  }
}

const UNSPACED = ['zh', 'yue', 'th', 'lo', 'ja', 'km', 'my']

function edited(json: Json, edit: (text: string) => string): Json {
  if (typeof json === 'string') return edit(json)
  if (Array.isArray(json)) return json.map((item: Json) => edited(item, edit))
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, edited(value, edit)]))
}

const textsOf = (json: Json): string[] =>
  typeof json === 'string' ? [json] : Object.values(json).flatMap((value: Json) => textsOf(value))

/**
 * Words of a text, each once, as the language's own rules find them; only such as may be added anywhere: no names, no
 * words of other letters than most.
 */
function wordsOf(tag: string, text: string): string[] {
  const segmenter = new Intl.Segmenter(tag, { granularity: 'word' })
  const segments = [...segmenter.segment(text.replaceAll(/<[^>]*>|\{\{[^}]*\}\}/g, ' '))].map((s) => s.segment)
  const words = [...new Set(segments)].filter((word) => /^[\p{Ll}\p{Lo}\p{M}]{2,}$/u.test(word))
  const isLatin = (word: string): boolean => /\p{Script=Latin}/u.test(word)
  const latin = words.filter(isLatin).length > words.length / 2
  return words.filter((word) => isLatin(word) === latin)
}

const readJson = (path: string): Json => JSON.parse(readFileSync(path, 'utf8')) as Json

function write(path: string, content: Json | string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`)
}
