import { describe, expect, test } from 'vitest'
import type { Document, Text } from '../../src/document/index.js'
import { paginate } from '../../src/layout/index.js'
import { writePdf } from '../../src/pdf/index.js'
import { readPlainText } from '../../src/proof/pdf-parse.js'
import { documentOf, paragraph, plainTheme } from '../layout/helpers/print-shop.js'
import { fontsOf } from '../text/helpers/fonts.js'
import { say, span } from '../text/helpers/spans.js'

/** The words that pdf-parse finds, in its order; marks that steer it aside. 40 columns of 10-point type. */
async function words(lang: string, text: Text, more: Partial<Document> = {}): Promise<string[]> {
  const direction = ['ar', 'ur', 'yi'].includes(lang) ? 'rtl' : 'ltr'
  const document = documentOf([paragraph('p', text)], { lang, direction, ...more })
  const { pages } = paginate({ document, theme: plainTheme(20), fonts: fontsOf(lang) })
  const [page] = await readPlainText(writePdf({ document, pages, author: 'Test' }))
  return wordsOf(page!)
}
const wordsOf = (text: string): string[] => text.replace(/[\u061C\u200B\u200E\u200F\u2066-\u2069]/g, '').trim().split(/\s+/) // prettier-ignore

describe('a reader gets the words back, apart and in order', () => {
  const cases: readonly (readonly [what: string, lang: string, text: string])[] = [
    ['a number between Arabic words', 'ar', 'بعد 12 يوم'],
    ['a phone number', 'ar', 'اتصل بنا على 020 8356 3000 اليوم'],
    ['a phone number at the end of a sentence', 'ar', 'اتصل بنا على 020 8356 3000.'],
    ['a line that begins with a number', 'ar', '12 شهرا من العمل'],
    ['a line of a number alone', 'ar', '020 8356 3000'],
    ['an ISO date and a time', 'ar', 'تم في 2018-05-25 14:53:33 هنا'],
    ['a range of times', 'ur', 'وقت 10:30–11:00 تک'],
    ['Latin letters in brackets before a full stop', 'ur', 'یہ قانون (GDPR)۔'],
    ['an e-mail', 'ar', 'إلى dpo@hackney.gov.uk أو هنا'],
    ['a web address at the end', 'yi', 'זעט https://hackney.gov.uk/privacy'],
    ['letters with vowel signs', 'ar', 'مُعَلِّم مُعَلِّم مُعَلِّم'],
    ['letters with points', 'yi', 'דאָס איז אַ בלעטל פֿאַר אייך'],
    ['Arabic brackets', 'ar', 'القانون (القديم) هنا'],
    ['a short word that ends with a mark, between numbers', 'ar', 'تاريخ ۲۵ مهٔ ۲۰۱۸ هنا'],
    ['a word that ends a text with a mark, after words', 'fa', 'حق آگاه شدن لطفاً'],
    ['an ezafe at the end of a text', 'ur', 'ہم کام تاریخِ'],
    ['a word that ends a text with a mark, after a number', 'ar', 'في 12 صفحهٔ'],
    ['several lines of Nastaliq', 'ur', 'ہم یہ معلومات اس لیے رکھتے ہیں کہ ہم آپ کے خاندان کی مدد کر سکیں اور آپ کو بہتر خدمات دے سکیں'],
    ['a conjunct before a comma', 'bn', 'ক্ষেত্র, তথ্য ও সংগ্রহ'],
    ['letters kept apart by U+200C', 'ur', 'وہ می\u200Cخواہم ہے'],
    ['letters joined by U+200D at the end of a word', 'ur', 'سنہ ہ\u200D ۲۰۱۸'],
    ['U+200C between consonants and before a space', 'bn', 'সফ্\u200Cট ওয়্যার্\u200C ও'],
    ['words of one letter each', 'zh-Hans', '一 二 三'],
    ['two marks on a letter before a full stop', 'ar', 'مُعَلِّمٌّ. هنا'],
    ['a mark on a space', 'en', 'anaret \u0303allohuen'],
    ['a comma after a quotation mark', 'ur', 'اور “قانونی ذمہ داری”، وہاں'],
    ['quotation marks beside pointed letters', 'yi', 'ווי אַן „אויפֿגאַבע פֿאַרן חיוב“, לויט'],
    ['stacked marks', 'vi', 'Tiếng Việt: ệ ộ ữ ở'],
    ['a joined number in English', 'en', 'Call 020 8356 3000 now'],
  ] // prettier-ignore
  test.each(cases)('%s (%s)', async (_, lang, text) => {
    expect(await words(lang, say(text, lang))).toEqual(wordsOf(text))
  })

  test('an English name within Urdu', async () => {
    const text = [span('یہ ', { lang: 'ur' }), span('Early Help', { lang: 'en' }), span(' کا حصہ ہے', { lang: 'ur' })]
    expect(await words('ur', text)).toEqual(['یہ', 'Early', 'Help', 'کا', 'حصہ', 'ہے'])
  })

  test.each(['ar', 'yi', 'en'])('a page number beside the last line of a foot (%s)', async (lang) => {
    const furniture = {
      draft: [],
      tab: [],
      foot: [say('Easy read', 'en')],
      folio: say('1', lang),
      digits: '0123456789',
    }
    expect(await words(lang, say('1', lang), { furniture })).toEqual(['1', 'Easy', 'read', '1'])
  })

  test('Chinese, broken over lines within words', async () => {
    const text = '我们收集您的信息，是为了帮助您的家庭。我们会保护您的信息，不会把它交给别人。'
    expect((await words('zh-Hans', say(text, 'zh-Hans'))).join('')).toBe(text)
  })
})
