import { describe, expect, test } from 'vitest'
import { composition, setText, type SetText } from '../../src/layout/set-text.js'
import { breakLines } from '../../src/layout/break-lines.js'
import { setLine } from '../../src/layout/line.js'
import { pt } from '../../src/geometry/index.js'
import type { Text } from '../../src/document/index.js'
import { packageFace } from '../text/helpers/packages.js'
import { say, span } from '../text/helpers/spans.js'

const faces = (han: string) => [packageFace(han), packageFace('noto-sans')].map((face) => ({ face, scale: 1 }))
const hans = { script: 'Hans', regular: faces('noto-sans-sc'), bold: faces('noto-sans-sc') }
const hant = { script: 'Hant', regular: faces('noto-sans-tc'), bold: faces('noto-sans-tc') }

/** At 1000 points, so that a Han letter is 1000 wide; Latin letters as wide as they are. */
const set = (text: Text | string, fonts = hans, lang = 'zh-Hans'): SetText =>
  setText(typeof text === 'string' ? say(text, lang) : text, pt(1000), composition(fonts, 'ltr'))

/** Each cluster with its advance, where it is no whole square, and how far its ink is moved. */
function clusters(set: SetText): string {
  return set.runs
    .flatMap(({ clusters }) => clusters)
    .map(({ glyph }) => {
      const dx = glyph.parts[0]!.dx
      return `${glyph.text}${glyph.advance === 1000 ? '' : glyph.advance}${dx === 0 ? '' : `(${dx})`}`
    })
    .join(' ')
}

describe('of two marks beside each other one gives up its blank half (CLREQ 3.1.6)', () => {
  test('a mark that closes before one that opens, and before another that closes', () => {
    expect(clusters(set('例》（文）。'))).toBe('例 》500 （ 文 ）500 。')
    expect(clusters(set('务”，须”；则'))).toBe('务 ”500 ， 须 ”500 ； 则')
  })
  test('a mark that opens after another', () => {
    // Its ink stands in the right half: it moves to the left with it.
    expect(clusters(set('务（《文'))).toBe('务 （ 《500(-500) 文')
  })
  test('a mark by itself stays as it is', () => {
    expect(clusters(set('您“的”信，息。'))).toBe('您 “ 的 ” 信 ， 息 。')
  })
  test('a full stop in the middle of its square has no blank half', () => {
    expect(clusters(set('例。」，文', hant, 'zh-Hant'))).toBe('例 。 」500 ， 文')
  })
  test('also where the two are in different spans', () => {
    expect(clusters(set([span('例》', { lang: 'zh-Hans' }), span('（文', { lang: 'zh-Hans', weight: 'bold' })]))).toBe(
      '例 》500 （ 文',
    )
  })
})

describe('Han and Latin letters stand a quarter of an em apart (CLREQ 3.2.3)', () => {
  test('white before the second of the two', () => {
    // Noto Sans: D is 730 wide, 5 in Noto Sans SC 555.
    expect(clusters(set([span('明', { lang: 'zh-Hans' }), span('\u2068D\u2069', { lang: 'en' }), span('的', { lang: 'zh-Hans' })]))).toBe('明 D980(250) 的1250(250)') // prettier-ignore
    expect(clusters(set('年5月'))).toBe('年 5805(250) 月1250(250)')
  })
  test('not where the text has a space, nor beside punctuation', () => {
    expect(clusters(set('年 5，5（5）'))).not.toContain('250')
  })
  test('not in other languages', () => {
    expect(clusters(set('年5月', hans, 'en'))).toBe('年 5555 月')
  })
})

describe('at the start of a line', () => {
  const lines = (text: string, measure: number): string[] => {
    const all = set(text)
    return breakLines(all, pt(measure), { rag: 'even', hyphens: undefined }).map((range) => {
      const { runs, width } = setLine(all, range)
      return `${runs.map((r) => r.shaped.run.text).join('')} ${width}`
    })
  }
  test('a mark that opens stands at the edge', () => {
    expect(lines('“我们收集”', 9000)).toEqual(['“我们收集” 5500'])
    // Four letters; then half an em, two letters, one mark: no more than 3500.
    expect(lines('我们收集（信息）', 4000)).toEqual(['我们收集 4000', '（信息） 3500'])
  })
  test('its half counts for what fits', () => {
    expect(lines('我们收（信息）', 3500)).toEqual(['我们收 3000', '（信息） 3500'])
  })
  test('there is no white before letters', () => {
    expect(lines('信息信息2018', 4000)).toEqual(['信息信息 4000', '2018 2220'])
    expect(lines('2018信息', 2220)).toEqual(['2018 2220', '信息 2000'])
  })
})
