import { finding, type Finding } from '../../report/index.js'
import { bareOf, languageOf, placeOf, isEnglish, type Beside } from './beside.js'

/**
 * Words that a language rightly says twice: "each", "slowly", "with each other". A language that is not here, or that
 * doubles others, names them in its locale.json, under "doubles".
 */
const DOUBLES: Readonly<Record<string, string>> = {
  am: 'ቀስ ክፍል እየ አንድ ጊዜ',
  bn: 'মনে কী কি কে কার কোন কোনো কখনো সঙ্গে সাথে যে আলাদা ধীরে বার নিজ মাঝে কিছু বড় ছোট একই জায়গায়',
  de: 'die der das',
  el: 'δίπλα σιγά λίγο',
  ckb: 'جیا جۆر بەش هەندێک کەم ورد یەک',
  fa: 'کم تک یک آرام جدا گاه',
  fr: 'nous vous',
  gu: 'અલગ સાથે શું કોણ ધીમે જુદા જુદી જુદું વાર ક્યારેક પોત',
  hi: 'साथ अलग कभी धीरे क्या कौन बार अपने अपनी अपना कोई जो किस बड़े छोटे समय कहीं',
  kmr: 'cuda yek hêdî cur hin',
  om: 'adda garaa dura suuta tokko xixiqqoo',
  pa: 'ਵੱਖ ਕਦੇ ਨਾਲ ਕੀ ਕੌਣ ਕਿਹੜੇ ਵਾਰ ਹੌਲੀ ਆਪਣੇ ਆਪਣੀ ਵੱਖਰੇ',
  prs: 'کم تک یک آرام جدا گاه',
  ps: 'بېل کله ډول لږ جلا ورو',
  so: 'mid qayb tartiib wax marmar gooni kala',
  sq: 'të e',
  ta: 'மெல்ல பல சின்ன தனித்தனி வேறு யார்',
  ti: 'ሓደ ቀስ ክፍሊ ሓሓደ',
  tr: 'uzun seve adım tek yavaş zaman ayrı kat sık bir çeşit',
  ur: 'ساتھ الگ کبھی کیا کون بار آہستہ جو کس اپنے اپنی اپنا کوئی وقتاً کہیں طرح',
  vi: 'mãi luôn từ dần thường người ngày',
}

const TWICE = /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\u200C\u200D]+)[ \u00A0\u202F]+\1(?![\p{L}\p{M}\p{N}])/giu
/** Particles of Chinese that no sentence has twice together. */
const HAN_TWICE = /([的和与與在是被把])\1/gu

/** The same word twice together: what an editor leaves behind. */
export function checkDoubledWords({ pair, message, source }: Beside): Finding[] {
  const { tag, script, doubles = [] } = pair.target.locale
  const { whole } = bareOf(message)
  const forms = [...(mayDouble(whole) ? [TWICE] : []), ...(/^Han[st]$/.test(script) ? [HAN_TWICE] : [])]
  if (forms.length === 0) return []
  const fine = new Set([...(DOUBLES[languageOf(tag)] ?? '').split(' '), ...doubles].map((w) => w.toLowerCase()))
  const english = bareOf(source).whole.toLowerCase()
  for (const [stretch, word] of forms.flatMap((form) => [...whole.matchAll(form)])) {
    const said = word!.toLowerCase()
    if (fine.has(said) || (!isEnglish(pair) && english.includes(`${said} ${said}`))) continue
    return [finding('word-doubled', placeOf(message, stretch), { word: word! })]
  }
  return []
}

/** Whether the regular expression is worth its time: a word begins like the one before it, and is hardly longer. */
function mayDouble(text: string): boolean {
  const words = text.toLowerCase().split(/[ \u00A0\u202F]+/)
  return words.some((word, i) => {
    const next = words[i + 1]
    if (next === undefined || word === '' || next.length > word.length + 3) return false
    // A quotation mark or a bracket may open before the first.
    return next.startsWith(word) || (word.length > 1 && next.startsWith(word.slice(1)))
  })
}
