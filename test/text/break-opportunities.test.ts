import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakOpportunities } from '../../src/text/index.js'
import { say } from './helpers/spans.js'
import { processorTime } from '../helpers/processor-time.js'

/** The text in the pieces that a line may end after. */
function pieces(text: string, lang = 'en'): string[] {
  let start = 0
  return breakOpportunities(say(text, lang)).map(({ at }) => {
    const piece = text.slice(start, at)
    start = at
    return piece
  })
}

describe('where a line may end (UAX #14)', () => {
  const cases: readonly (readonly [law: string, text: string, pieces: readonly string[]])[] = [
    ['after spaces (LB18)', 'one  two three', ['one  ', 'two ', 'three']],
    ['after a hyphen between letters (LB21)', 'well-known fact', ['well-', 'known ', 'fact']],
    ['not within an ISO date (LB25)', 'on 2018-05-25 at 10:30', ['on ', '2018-05-25 ', 'at ', '10:30']],
    ['not at U+00A0 (LB12)', 'call 020\u00A08356\u00A03000 now', ['call ', '020\u00A08356\u00A03000 ', 'now']],
    ['not at U+202F before French punctuation', 'oui\u202F! «\u202Fnon\u202F»', ['oui\u202F! ', '«\u202Fnon\u202F»']],
    ['not before closing punctuation, even after a space (LB13)', 'yes ! (no )', ['yes ! ', '(no )']],
    ['not between a quotation mark and its word (LB19)', '“one” two', ['“one” ', 'two']],
    ['not between a number and its sign (LB25)', '100% of £5', ['100% ', 'of ', '£5']],
    ['after a dash (LB21), not before it', 'one – two', ['one ', '– ', 'two']],
    ['after a zero-width space (LB8)', 'ab\u200Bcd', ['ab\u200B', 'cd']],
    ['not at a word joiner (LB11)', 'ab \u2060cd', ['ab \u2060cd']],
    ['after a line feed, always (LB5)', 'one\ntwo', ['one\n', 'two']],
    ['between Chinese letters, not before their punctuation', '你好，世界。', ['你', '好，', '世', '界。']],
    ['not after an opening bracket, not before a closing one', '看（见）吗', ['看', '（见）', '吗']],
    ['not before a Japanese small letter', 'ちょっと', ['ちょっ', 'と']],
    ['not within a Bengali syllable', 'ক্ষেত্র আছে', ['ক্ষেত্র ', 'আছে']],
    ['not between a letter and its mark (LB9)', 'e\u0301 o', ['e\u0301 ', 'o']],
    ['not within an emoji of several parts (LB8a)', '👩\u200D👧 ok', ['👩\u200D👧 ', 'ok']],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    expect(pieces(text)).toEqual(expected)
  })

  test('the end of the text is the last, also of an empty one', () => {
    expect(breakOpportunities(say('one'))).toEqual([{ at: 3, kind: 'always' }])
    expect(breakOpportunities(say(''))).toEqual([{ at: 0, kind: 'always' }])
    expect(breakOpportunities([])).toEqual([{ at: 0, kind: 'always' }])
  })
})

test('bidi controls make and take no opportunity', () => {
  expect(pieces('a \u2066(GDPR)\u2069, b')).toEqual(['a \u2066', '(GDPR)\u2069, ', 'b'])
  expect(pieces('\u2068020\u00A08356\u2069.')).toEqual(['\u2068020\u00A08356\u2069.'])
  expect(pieces('ab\u2066cd\u2069ef')).toEqual(['ab\u2066cd\u2069ef'])
})

test('with controls anywhere, the same letters are kept together', () => {
  const letter = fc.constantFrom('a', ' ', '-', '1', '.', '(', ')', '你', '，', '\u00A0', '\u2066', '\u2069')
  const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 20 }).map((l) => l.join('')), (text) => {
      const kept = pieces(text).map(bare).filter((p) => p !== '') // prettier-ignore
      expect(kept).toEqual(pieces(bare(text)).filter((p) => p !== ''))
    }),
  ) // prettier-ignore
})

test('opportunities ascend', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      const found = breakOpportunities(say(text)).map((o) => o.at)
      expect(found).toEqual([...new Set(found)].sort((a, b) => a - b))
      expect(found.at(-1)).toBe(text.length)
    }),
  )
})

describe('scripts written without spaces break between the words of a dictionary', () => {
  const cases: readonly (readonly [law: string, lang: string, text: string, pieces: string])[] = [
    // every/person/be born/come/free/free (rhyming pair): UDHR article 1
    ['Thai', 'th', 'ทุกคนเกิดมาอิสระเสรี', 'ทุก|คน|เกิด|มา|อิสระ|เสรี'],
    // we/collect/data/of/family/you
    ['Thai, a sentence of a notice', 'th', 'เราเก็บข้อมูลของครอบครัวคุณ', 'เรา|เก็บ|ข้อมูล|ของ|ครอบครัว|คุณ'],
    // The repetition mark ๆ and the sign of abbreviation ฯ stay with their word: children; Bangkok.
    ['Thai signs stay with their word', 'th', 'ของเด็กๆ ในกรุงเทพฯ', 'ของ|เด็กๆ |ใน|กรุงเทพฯ'],
    // we (two words)/collect/information
    ['Lao', 'lo', 'ພວກເຮົາເກັບກຳຂໍ້ມູນ', 'ພວກ|ເຮົາ|ເກັບກຳ|ຂໍ້ມູນ'],
    // people/all/be born/have/freedom
    ['Khmer', 'km', 'មនុស្សទាំងអស់កើតមកមានសេរីភាព', 'មនុស្ស|ទាំងអស់|កើតមក|មាន|សេរីភាព'],
    // different, said twice: the repetition mark starts no line
    // Thai writes it after a space too: a line never starts with it.
    ['the repetition mark after a space', 'th', 'เด็ก ๆ ทุก', 'เด็ก ๆ |ทุก'],
    ['Khmer repetition mark', 'km', 'ព័ត៌មានផ្សេងៗ', 'ព័ត៌មាន|ផ្សេងៗ'],
    // we/plural and subject mark/information/plural/object mark
    ['Burmese', 'my', 'ကျွန်ုပ်တို့သည်အချက်အလက်များကို', 'ကျွန်ုပ်|တို့သည်|အချက်အလက်|များ|ကို'],
    ['whatever language the text says it is in', 'en', 'ទាំងអស់កើតមក', 'ទាំងអស់|កើតមក'],
    ['with Latin words and digits between', 'th', 'ใช้ GDPR มาตรา 6', 'ใช้ |GDPR |มาตรา |6'],
    ['not where a word joiner forbids it', 'th', 'ทุก\u2060คน', 'ทุก\u2060คน'],
    // Tai Tham has no dictionary: no break is better than a wrong one.
    ['none in scripts without one', 'nod', 'ᨣᩢᨾᩮᩬᩥᨦ', 'ᨣᩢᨾᩮᩬᩥᨦ'],
  ]
  test.each(cases)('%s', (_, lang, text, expected) => {
    expect(pieces(text, lang).join('|')).toBe(expected)
  })

  test('never within a grapheme, whatever stands there', () => {
    const letters = [...Array.from('กเด็ัๆ์ນ້ຳລះ្កាី៌ကျွန်ုး့ေ'), ' ', '\u200B', '\u0308', '6']
    const boundaries = new Intl.Segmenter('th', { granularity: 'grapheme' })
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 24 }).map((l) => l.join('')), (text) => {
        const allowed = new Set([...boundaries.segment(text)].map((g) => g.index))
        for (const { at } of breakOpportunities(say(text, 'th'))) {
          // A mark after a space has lost its letter; UAX #14 breaks between the two (LB10, LB18).
          if (at < text.length && !/[ \u200B]/.test(text[at - 1]!)) expect(allowed).toContain(at)
        }
      }),
      { numRuns: 500 },
    ) // prettier-ignore
  })
})

describe('Chinese, Japanese, Korean', () => {
  const cases: readonly (readonly [law: string, lang: string, text: string, pieces: string])[] = [
    ['no line starts with a small letter or the sign of a long vowel', 'ja', 'データっきょ', 'デー|タっ|きょ'],
    ['nor with a closing mark, nor ends with an opening one', 'ja', '彼は「はい」と。', '彼|は|「は|い」|と。'],
    ['nor starts with a middle dot or an iteration mark', 'ja', '人々・国々', '人々・|国々'],
    ['Chinese quotation marks stand at their words', 'zh-Hans', '说“你好”，再见', '说|“你|好”，|再|见'],
    ['a Chinese dash and dots are never torn', 'zh-Hant', '他——我……', '他|——|我……'],
    ['full-width exclamation and question marks end lines only', 'zh-Hans', '是吗？是！', '是|吗？|是！'],
    ['what is wide by its context is a letter of its own in Chinese', 'zh-Hans', '①②', '①|②'],
    ['and a word elsewhere', 'en', '①②', '①②'],
    // we/family+of/information+object/collect: only the spaces between
    ['Korean breaks between words', 'ko', '우리는 가족의 정보를 모읍니다', '우리는 |가족의 |정보를 |모읍니다'],
    ['not before the ending of a bracketed or quoted word', 'ko', '법(GDPR)에 “예”라고', '법(GDPR)에 |“예”라고'],
    ['Hanja in Korean are letters too', 'ko', '大韓民國 만세', '大韓民國 |만세'],
    ['but Korean words elsewhere break as their syllables do', 'en', '우리', '우|리'],
  ]
  test.each(cases)('%s', (_, lang, text, expected) => {
    expect(pieces(text, lang).join('|')).toBe(expected)
  })

  test('each span breaks as its own language does', () => {
    const text = [...say('우리 '), ...say('우리', 'ko'), ...say('우리')]
    expect(breakOpportunities(text).map((o) => o.at)).toEqual([1, 3, 6, 7])
  })
})

test('a long text breaks as its parts do, and takes no square of time', () => {
  const sentence = 'เราเก็บข้อมูลของครอบครัวคุณ'
  const found = pieces(sentence.repeat(200), 'th')
  expect(found.join('')).toBe(sentence.repeat(200))
  expect(found.slice(300, 306)).toEqual(['เรา', 'เก็บ', 'ข้อมูล', 'ของ', 'ครอบครัว', 'คุณ'])
  let many = 0
  expect(processorTime(() => (many = pieces(sentence.repeat(3700), 'th').length))).toBeLessThan(3)
  expect(many).toBeGreaterThan(22_000)
})
