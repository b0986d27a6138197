import fc from 'fast-check'
import type { Span, Text } from '../../src/document/index.js'
import { span } from '../text/helpers/spans.js'

export interface Language {
  readonly lang: string
  readonly direction: 'ltr' | 'rtl'
  readonly words: readonly string[]
}

/** Words of each language's own leaflets and the like: letters with marks, ligatures, joiners, brackets, punctuation. */
export const languages: readonly Language[] = [
  {
    lang: 'en',
    direction: 'ltr',

    words: ['Office', 'of', 'a', '“privacy”', 'well-known', '(see', 'AVATAR.', 'it,'],
  },
  { lang: 'vi', direction: 'ltr', words: ['Tiếng', 'Việt', 'gìn', 'giữ', 'Hội', 'đồng.', 'ở'] },
  { lang: 'bn', direction: 'ltr', words: ['ক্ষেত্র', 'তথ্য,', 'সংগ্রহ', 'করি।', 'ও', '২৫'] },
  { lang: 'zh-Hans', direction: 'ltr', words: ['我们', '收集', '的', '信息。', '，', '“您”'] },
  { lang: 'ar', direction: 'rtl', words: ['معلومات', 'عن', 'الأسرة،', 'لا', 'مُعلّم', 'هنا.', 'إلى'] },
  { lang: 'ur', direction: 'rtl', words: ['پاکستان', 'کے', 'بچوں', 'کی', 'معلومات۔', 'ہیں،', 'مُعلّم'] },
  { lang: 'yi', direction: 'rtl', words: ['דאָס', 'איז', 'אַ', 'בלעטל,', 'פֿאַר', 'אייך.'] },
]

/** What stands in leaflets of every language: numbers, names, addresses. */
const strangers = ['020 8356 3000', '2018-05-25', '10:30', '12', '(GDPR)', 'a.b@hackney.gov.uk', '9%']
const english = ['GDPR', 'Hackney', 'Early Help'] as const

/** A paragraph of words, numbers and, as spans of their own, English names; never empty, no space at its ends. */
export const paragraphOf = ({ lang, words }: Language, size: number): fc.Arbitrary<Text> => {
  const own = fc.constantFrom(...words).map((text): Span => span(text, { lang }))
  const number = fc.constantFrom(...strangers).map((text): Span => span(text, { lang }))
  const name = fc.constantFrom(...english).map((text): Span => span(text, { lang: 'en' }))
  const piece = fc.oneof(
    { weight: 6, arbitrary: own },
    { weight: 2, arbitrary: number },
    { weight: 1, arbitrary: name },
  )
  return fc.array(piece, { minLength: 1, maxLength: size }).map((pieces) => joined(pieces, lang))
}

/** Words with a space between them; those of one language are one span. */
function joined(pieces: readonly Span[], lang: string): Text {
  const spans: Span[] = []
  pieces.forEach((piece, i) => {
    const last = spans.at(-1)
    if (last === undefined) spans.push(piece)
    else if (piece.lang === lang && last.lang === lang)
      spans[spans.length - 1] = { ...last, text: `${last.text} ${piece.text}` } // prettier-ignore
    else if (piece.lang === lang) spans.push({ ...piece, text: ` ${piece.text}` })
    else if (last.lang === lang) spans.splice(-1, 1, { ...last, text: `${last.text} ` }, piece)
    else spans.push(span(' ', { lang }), pieces[i]!)
  })
  return spans
}
