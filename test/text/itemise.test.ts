import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/document/index.js'
import { itemise, type Face, type FontSet, type Run } from '../../src/text/index.js'
import { fontsOf } from './helpers/fonts.js'
import { say, span } from './helpers/spans.js'

/** Each run as level, script, family of its face, and text. */
function runs(tag: string, text: Text, base: 'ltr' | 'rtl'): string[] {
  return itemise(text, fontsOf(tag), base).runs.map(
    (r) => `${r.level} ${r.script} ${familyOf(r)} ${JSON.stringify(r.text)}`,
  )
}
const familyOf = ({ font }: Run): string => font.face.id.replace(/_.*/, '')

describe('a paragraph is cut where level, script or font change', () => {
  test('plain English is one run, full stops and digits included', () => {
    expect(runs('en', say('Call us (now), 24 hours.'), 'ltr')).toEqual(['0 Latn NotoSans "Call us (now), 24 hours."'])
  })

  test('Latin letters within Urdu come from Noto Sans, with the brackets of their isolate', () => {
    expect(runs('ur', say('یہ \u2066(GDPR)\u2069 ہے', 'ur'), 'rtl')).toEqual([
      '1 Arab NotoNastaliqUrdu "یہ"',
      '1 Arab NotoSans " "',
      '2 Latn NotoSans "(GDPR)"',
      '1 Arab NotoSans " "',
      '1 Arab NotoNastaliqUrdu "ہے"',
    ])
  })

  test('both brackets of one pair come from one font, where the name between them has an isolate of its own', () => {
    expect(runs('ar', say('الأطفال \u2066(\u2068children\u2069)\u2069 هنا', 'ar'), 'rtl')).toEqual([
      '1 Arab NotoNaskhArabic "الأطفال "',
      '2 Latn NotoSans "("',
      '4 Latn NotoSans "children"',
      '2 Latn NotoSans ")"',
      '1 Arab NotoNaskhArabic " هنا"',
    ])
  })

  test('a mark that opens comes from the font of what it opens, as the mark that closes it', () => {
    expect(runs('th', say('คำ (GDPR) “คำ” และ(GDPR)', 'th'), 'ltr')).toEqual([
      '0 Thai NotoSansThaiLooped "คำ "',
      '0 Latn NotoSans "(GDPR) "',
      '0 Thai NotoSansThaiLooped "“คำ” และ"',
      '0 Latn NotoSans "(GDPR)"',
    ])
  })

  test.each([
    // In German and Georgian “ closes: after a letter it stays with it.
    ['„คำ“GDPR', ['Thai "„คำ“"', 'Latn "GDPR"']],
    // A space or a digit stands between: it goes with the letters before, as they do.
    ['คำ ( GDPR', ['Thai "คำ ( "', 'Latn "GDPR"']],
    ['คำ (5 GDPR', ['Thai "คำ (5 "', 'Latn "GDPR"']],
  ])('a mark that opens nothing does not: %s', (text, expected) => {
    expect(runs('th', say(text, 'th'), 'ltr').map((run) => run.replace(/^0 (\S+) \S+/, '$1'))).toEqual(expected)
  })

  test('Chinese marks fill their squares before Latin letters too', () => {
    expect(runs('zh-Hans', say('见《GDPR', 'zh-Hans'), 'ltr')).toEqual([
      '0 Hani NotoSansSC "见《"',
      '0 Latn NotoSans "GDPR"',
    ])
  })

  test.each([
    ['他说“GDPR”和“数据”', ['Hani "他说“"', 'Latn "GDPR"', 'Hani "”和“数据”"']],
    ['见“Data Act”', ['Hani "见“"', 'Latn "Data Act"', 'Hani "”"']],
    ['见“Act” GDPR”', ['Hani "见“"', 'Latn "Act"', 'Hani "” "', 'Latn "GDPR”"']],
  ])('a quotation mark of Chinese is closed by one of its own: %s', (text, expected) => {
    const found = runs('zh-Hans', say(text, 'zh-Hans'), 'ltr')
    expect(found.map((run) => run.replace(/^0 (\S+) \S+/, '$1'))).toEqual(expected)
    expect(found.every((run) => run.startsWith('0 Hani NotoSansSC') || run.startsWith('0 Latn NotoSans '))).toBe(true)
  })

  test('what stands before the first isolate of a text does not go with what is in it', () => {
    expect(runs('ar', say('« \u2066GDPR\u2069 هنا»', 'ar'), 'rtl')[0]).toBe('1 Zyyy NotoNaskhArabic "« "')
  })

  test('a mark of direction is no isolate: what follows it goes with the letters before', () => {
    expect(runs('ar', say('بعد \u200E« \u2066GDPR\u2069', 'ar'), 'rtl')).toEqual([
      '1 Arab NotoNaskhArabic "بعد "',
      '1 Arab NotoNaskhArabic "« "',
      '2 Latn NotoSans "GDPR"',
    ])
  })

  test('a number within Arabic has a level of its own and the font of Latin', () => {
    expect(runs('ar', say('بعد 12 يوم', 'ar'), 'rtl')).toEqual([
      '1 Arab NotoNaskhArabic "بعد "',
      '2 Latn NotoSans "12"',
      '1 Arab NotoNaskhArabic " يوم"',
    ])
  })

  test.each(['12:30', '(2018-05-25)', '020\u00A08356\u00A03000', '+44'])(
    'signs and brackets of a number alone in an isolate come from its font: %s',
    (number) => {
      expect(runs('ar', say(`بعد \u2066${number}\u2069 يوم`, 'ar'), 'rtl')).toEqual([
        '1 Arab NotoNaskhArabic "بعد "',
        `2 Latn NotoSans "${number}"`,
        '1 Arab NotoNaskhArabic " يوم"',
      ])
    },
  )

  test.each([
    ['ckb', '(٢٠١٨-٠٥-٢٥)'],
    ['fa', '(۲۰۱۸-۰۵-۲۵)'],
  ])('native digits come from the font of the language, with their signs and brackets: %s', (tag, number) => {
    const families = itemise(say(`بعد \u2066${number}\u2069 يوم`, tag), fontsOf(tag), 'rtl').runs.map(familyOf)
    expect(new Set(families)).toEqual(new Set(['NotoNaskhArabic']))
  })

  test('a number in a left-to-right text stands in one run with the letters around it', () => {
    expect(runs('bn', say('ধারা 12 অনুযায়ী', 'bn'), 'ltr')).toEqual(['0 Beng NotoSansBengali "ধারা 12 অনুযায়ী"'])
  })

  test('Yiddish and Latin', () => {
    expect(runs('yi', say('דאָס \u2066PDF\u2069', 'yi'), 'rtl')).toEqual([
      '1 Hebr NotoSansHebrew "דאָס "',
      '2 Latn NotoSans "PDF"',
    ])
  })

  test('Chinese punctuation stays with the Chinese letters', () => {
    expect(runs('zh-Hans', say('你好，世界。', 'zh-Hans'), 'ltr')).toEqual(['0 Hani NotoSansSC "你好，世界。"'])
  })

  test('leading punctuation goes with the letters after it', () => {
    expect(runs('bn', say('“বাংলা”', 'bn'), 'ltr')).toEqual(['0 Beng NotoSansBengali "“বাংলা”"'])
  })
})

describe('a space between two fonts is the wider of theirs', () => {
  const spaces = (tag: string, text: Text): string[] =>
    itemise(text, fontsOf(tag), 'rtl').runs.flatMap((run) =>
      [...run.text].filter((c) => c === ' ').map(() => familyOf(run)),
    )

  test('where it is twice as wide: Noto Sans 0.26 em, Nastaliq 0.132', () => {
    const english = span('\u2066Hackney Council\u2069')
    expect(spaces('ur', [span('یہ کتابچہ ', { lang: 'ur' }), english, span(' کی ہے', { lang: 'ur' })])).toEqual([
      'NotoNastaliqUrdu',
      'NotoSans',
      'NotoSans',
      'NotoSans',
      'NotoNastaliqUrdu',
    ])
    expect(spaces('ur', say('صفحہ 1 از 19', 'ur'))).toEqual(['NotoSans', 'NotoSans', 'NotoSans'])
  })

  test('not where nobody sees the difference: Noto Naskh 0.254 em, Noto Sans Hebrew 0.27', () => {
    expect(spaces('ar', say('هذا \u2066GDPR\u2069 هو', 'ar'))).toEqual(['NotoNaskhArabic', 'NotoNaskhArabic'])
    expect(spaces('he', say('זה \u2066GDPR\u2069 הוא', 'he'))).toEqual(['NotoSansHebrew', 'NotoSansHebrew'])
  })
})

test('spans cut runs even where they look the same: each knows its own origin', () => {
  const text = [span('one '), span('two')]
  const itemised = itemise(text, fontsOf('en'), 'ltr')
  expect(itemised.runs.map((r) => [r.text, r.span])).toEqual([
    ['one ', text[0]],
    ['two', text[1]],
  ])
})

test('bold text takes the bold faces', () => {
  const { runs: bold } = itemise([span('one', { weight: 'bold' })], fontsOf('en'), 'ltr')
  expect(bold.map((r) => r.font.face.id)).toEqual(['NotoSans_700Bold'])
})

describe('a letter that no font has', () => {
  const { missing, runs: kept } = itemise([span('ab '), span('c ⴰ d')], fontsOf('en'), 'ltr')
  test('is reported with its offset within its span', () => {
    expect(missing.map((m) => [m.grapheme, m.span.text, m.offset])).toEqual([['ⴰ', 'c ⴰ d', 2]])
  })
  test('belongs to no run, and the letters around it stay', () => {
    expect(kept.map((r) => r.text).join('')).toEqual('ab c  d')
  })
})

describe('a word is set in one font where one has all its letters', () => {
  /** A font of just these letters. */
  const font = (id: string, has: string) => ({
    face: { id, covers: (grapheme: string) => [...grapheme].every((c) => has.includes(c)) } as unknown as Face,
    scale: 1,
  })
  const set = (script: string, ...fonts: ReturnType<typeof font>[]): FontSet => ({ script, regular: fonts, bold: [] })
  const faces = (text: string, fonts: FontSet): string[] =>
    itemise(say(text), fonts, 'ltr').runs.map((r) => `${r.font.face.id} ${r.text}`)
  const latin = set('Latn', font('first', 'Hoi vt.'), font('second', 'Hoiộvt. x'))

  test('one letter that the first font lacks takes its whole word to the second', () => {
    expect(faces('vi Hội tivi.', latin)).toEqual(['first vi ', 'second Hội ', 'first tivi.'])
  })
  test('where no font has the whole word, each letter comes from the first that has it', () => {
    const fonts = set('Latn', font('first', 'ab'), font('second', 'cd'))
    expect(faces('abcd', fonts)).toEqual(['first ab', 'second cd'])
  })
  test('Chinese letters stand each for itself: a rare one changes no other', () => {
    const fonts = set('Hans', font('first', '我你'), font('second', '我你她'))
    expect(faces('我她你', fonts)).toEqual(['first 我', 'second 她', 'first 你'])
  })
  test('a letter and its marks come from one font', () => {
    const fonts = set('Latn', font('first', 'ex'), font('second', 'e\u0301\u0323'))
    expect(faces('e\u0301\u0323', fonts)).toEqual(['second e\u0301\u0323'])
  })
  test('a word ends where its span ends: what is bold has a list of its own', () => {
    const fonts = { ...latin, bold: [font('bold', 'Hoi')] }
    const text = [span('Hộ', { lang: 'vi' }), span('i', { lang: 'vi', weight: 'bold' })]
    expect(itemise(text, fonts, 'ltr').runs.map((r) => r.font.face.id)).toEqual(['second', 'bold'])
  })
})

test('a letter with its marks is reported as one', () => {
  const { missing } = itemise(say('ⴰ\u0301'), fontsOf('en'), 'ltr')
  expect(missing.map((m) => m.grapheme)).toEqual(['ⴰ\u0301'])
})

test('a line break and a tab are spaces of their run; the paragraph keeps them for the rules of lines', () => {
  const { text, runs: all, missing } = itemise(say('a\nb\tc\r\nd\u2028e'), fontsOf('en'), 'ltr')
  expect(all.map((r) => r.text)).toEqual(['a b c  d e'])
  expect([text, missing]).toEqual(['a\nb\tc\r\nd\u2028e', []])
})

test('half of a surrogate pair and a control are letters that no font has, even where a font has a glyph for it', () => {
  const { missing } = itemise(say('a\uD800b\u0000c\u001Bd'), fontsOf('en'), 'ltr')
  expect(missing.map((m) => m.grapheme)).toEqual(['\uD800', '\u0000', '\u001B'])
})

test('a filler of Hangul needs a glyph, a joiner does not', () => {
  expect(itemise(say('a\u1160\u200D\uFE0F'), fontsOf('en'), 'ltr').missing.map((m) => m.grapheme)).toEqual(['\u1160\u200D\uFE0F']) // prettier-ignore
  expect(itemise(say('a\u200D\uFE0F'), fontsOf('en'), 'ltr').missing).toEqual([])
})

describe('runs and bidi controls together are the whole paragraph, in order', () => {
  const texts: readonly (readonly [tag: string, text: string])[] = [
    ['ur', 'یہ \u2066(GDPR)\u2069 کے \u2068020\u00A08356\u00A03000\u2069 ہے۔'],
    ['ar', '\u2066a\u2069\u2066b\u2069 ج'],
    ['en', 'plain, with “quotes” – and dashes'],
    ['bn', 'ক্ষেত্র, \u2068x\u2069'],
  ]
  test.each(texts)('%s', (tag, text) => {
    const { runs: all } = itemise(say(text, tag), fontsOf(tag), tag === 'en' || tag === 'bn' ? 'ltr' : 'rtl')
    const seen = new Map(all.flatMap((r) => [...r.text].map((_, i) => [r.range.start + i, r.text[i]] as const)))
    expect([...text].map((c, i) => (/[\u2066-\u2069]/.test(c) ? undefined : c) === seen.get(i))).not.toContain(false)
    expect(all.map((r) => text.slice(r.range.start, r.range.end))).toEqual(all.map((r) => r.text))
  })
})
