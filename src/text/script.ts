/** Scripts that a run can be in; ISO 15924 codes as `\p{Script=…}` long or short names. Others count as Zyyy. */
const SCRIPTS = (
  'Latn Grek Cyrl Armn Hebr Arab Syrc Thaa Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Tibt Mymr Geor ' +
  'Hang Ethi Cher Cans Khmr Mong Hira Kana Bopo Hani Yiii Tfng Nkoo Vaii Adlm Rohg Olck Java Bali Cham Sund Osge Zinh'
).split(' ')
// Common first: spaces and digits are in every text, and a test that none needs is not compiled.
const TESTS = ['Zyyy', ...SCRIPTS].map((script) => ({ script, test: new RegExp(`\\p{Script=${script}}`, 'u') }))
const cache = new Map<string, string>()

/** Script property of one character (UAX #24): an ISO 15924 code, Zyyy for common, Zinh for inherited. */
export function scriptOf(character: string): string {
  let script = cache.get(character)
  if (script === undefined) {
    script = TESTS.find((t) => t.test.test(character))?.script ?? 'Zyyy'
    cache.set(character, script)
  }
  return script
}

export const isNeutral = (script: string): boolean => script === 'Zyyy' || script === 'Zinh'
