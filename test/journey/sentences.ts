import type { Text } from '../../src/document/index.js'
import { span } from '../text/helpers/spans.js'

/** One sentence that goes through every stage. */
export interface Sentence {
  /** Name of its goldens. */
  readonly name: string
  readonly lang: string
  readonly direction: 'ltr' | 'rtl'
  readonly text: Text
  /** What a reader should get: the words in logical order. */
  readonly read: string
}

const sentence = (name: string, lang: string, parts: readonly (string | readonly [string, string])[]): Sentence => {
  const text = parts.map((p) => (typeof p === 'string' ? span(p, { lang }) : span(p[0], { lang: p[1] })))
  const direction = ['ar', 'ur', 'yi'].includes(lang) ? 'rtl' : 'ltr'
  const read = text.map((s) => s.text).join('').replace(/[\u2066-\u2069]/g, '') // prettier-ignore
  return { name, lang, direction, text, read }
}

export const sentences: readonly Sentence[] = [
  sentence('latin', 'en', ['Call us on 020\u00A08356\u00A03000 before 10:30 (ask for “privacy”).']),
  sentence('arabic-number', 'ar', ['اتصل بنا على 020\u00A08356\u00A03000 قبل 10:30.']),
  sentence('urdu-latin', 'ur', ['یہ معلومات ', ['GDPR', 'en'], ' کے مطابق رکھی جاتی ہیں۔']),
  sentence('yiddish-latin', 'yi', ['דאָס איז אַ בלעטל פֿון ', ['Hackney Council', 'en'], ' פֿאַר אייך.']),
  sentence('bengali', 'bn', ['আমরা এই ক্ষেত্রে তথ্য সংগ্রহ করি, ২৫ মে ২০১৮।']),
  sentence('chinese', 'zh-Hans', ['我们收集“您”的信息（2018年5月25日）。']),
  sentence('vietnamese', 'vi', ['Chúng tôi giữ thông tin về gia đình quý vị.']),
]
