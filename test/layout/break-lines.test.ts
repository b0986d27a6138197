import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines, type Rag } from '../../src/layout/break-lines.js'
import { setLine } from '../../src/layout/line.js'
import { span } from '../text/helpers/spans.js'
import { columns, typed } from './helpers/typewriter.js'
import { processorTime } from '../helpers/processor-time.js'

/** The lines of a text on a typewriter with so many columns. */
function lines(text: string, measure: number, rag: Rag = 'even'): string[] {
  const set = typed(text)
  return breakLines(set, columns(measure), { rag, hyphens: undefined }).map(({ start, end }) =>
    set.text.slice(start, end),
  )
}

describe('a paragraph in lines', () => {
  test('each line takes as many words as fit, to the last column', () => {
    //                                       1234567890     1234567890
    expect(lines('one two three four five', 10)).toEqual(['one two ', 'three four ', 'five'])
  })
  test('spaces at the end hang: they need no room and never start a line', () => {
    expect(lines('fives   fives one', 5)).toEqual(['fives   ', 'fives ', 'one'])
  })
  test('a space that does not break hangs too, where there is no other way', () => {
    expect(lines('12345 12345', 5)).toEqual(['12345\u00A0', '12345'])
  })
  test('a text that fits is one line', () => {
    expect(lines('one two', 7)).toEqual(['one two'])
  })
  test('an empty text has no lines', () => {
    expect(lines('', 10)).toEqual([])
  })
  test('a line feed ends a line', () => {
    expect(lines('one\ntwo three', 20)).toEqual(['one\n', 'two three'])
  })
  test('a phone number stays whole', () => {
    expect(lines('Call us: 020 8356 3000.', 16)).toEqual(['Call us: ', '020\u00A08356\u00A03000.'])
  })
  test('Chinese breaks between letters, not before punctuation', () => {
    expect(lines('我们收集的，信息。', 5)).toEqual(['我们收集', '的，信息。'])
  })
  test('isolates take no room', () => {
    expect(lines('one \u2068two\u2069 three', 7)).toEqual(['one \u2068two\u2069 ', 'three'])
  })
})

describe('a word wider than the measure', () => {
  test('starts on a line of its own and is cut where the line is full', () => {
    expect(lines('at hackneycouncil now', 8)).toEqual(['at ', 'hackneyc', 'ouncil ', 'now'])
  })
  test('is never cut within a cluster', () => {
    expect(lines('e\u0301e\u0301e\u0301', 2)).toEqual(['e\u0301e\u0301', 'e\u0301'])
  })
  test('is cut between syllables of Burmese, not before the letter that ends one', () => {
    // ကြေ ညာ စာ တမ်း (declaration): U+103A ends the last syllable on its second letter.
    for (const measure of [3, 4, 5, 6]) {
      const starts = lines('ကြေညာစာတမ်း', measure).filter((line) => /^(?:\p{M}|\p{Lo}\u103A)/u.test(line))
      expect(starts, `${measure} columns`).toEqual([])
    }
  })
  test('loses one cluster a line where not even one fits', () => {
    expect(lines('abc', 0)).toEqual(['a', 'b', 'c'])
  })
})

describe('the last line', () => {
  // A last line under 14 % of the measure: at 30 columns, under 4.2 characters.
  test('of one short word gets company from the line above', () => {
    expect(lines('What we know about your family is', 31)).toEqual(['What we know about your ', 'family is'])
  })
  test('that is long enough stays as it is', () => {
    expect(lines('What we know about your family today', 31)).toEqual(['What we know about your family ', 'today'])
  })
  test('stays short where the line above would be left half empty', () => {
    expect(lines('We ask: responsibilities is', 24)).toEqual(['We ask: responsibilities ', 'is'])
  })
})

describe('a word that is written with a space', () => {
  const words = (text: string, measure: number, rag: Rag): string[] => {
    const set = typed([span(text, { lang: 'vi' })])
    return breakLines(set, columns(measure), { rag, hyphens: undefined }).map((l) => set.text.slice(l.start, l.end))
  }
  test('stays whole where the lines are nearly as good', () => {
    // After "xử" 4 and 5 of 14 short: 41 / 196 = 0.21. After "hai" 7 and 2 short: 53 / 196 = 0.27; as a word in two costs 0.44.
    expect(words('một hai xử lý ba bốn', 14, 'balanced')).toEqual(['một hai ', 'xử lý ba bốn'])
  })
  test('is divided in running text where a line would be nearly empty, in a heading not even there', () => {
    // After "a" 9 of 10 short: 0.81; after "trường" 2 short: 0.04, and 0.11 for the word. A heading counts 7 more: 0.53 + 0.44.
    expect(words('a trường học', 10, 'even')).toEqual(['a trường ', 'học'])
    expect(words('a trường học', 10, 'balanced')).toEqual(['a ', 'trường học'])
  })
  test('is divided rather than a line more is taken', () => {
    expect(words('thanh thiếu niên', 11, 'balanced')).toEqual(['thanh ', 'thiếu niên'])
  })
})

describe('a word of Chinese', () => {
  const words = (text: string, measure: number, rag: Rag): string[] => {
    const set = typed([span(text, { lang: 'zh-Hans' })])
    return breakLines(set, columns(measure), { rag, hyphens: undefined }).map((l) => set.text.slice(l.start, l.end))
  }
  test('stays whole in running text where a line is a letter short of many', () => {
    // After 持 1 of 17 short: 0.003; after 儿 none, and 0.007 for the word 儿童.
    expect(words('我们为儿童和家庭提供服务并且支持儿童的工作', 17, 'even')).toEqual([
      '我们为儿童和家庭提供服务并且支持',
      '儿童的工作',
    ])
  })
  test('is divided in running text where a line would not be full, in easy read not even there', () => {
    // After 持 1 of 5 short: 0.04. At leisure 0.36 for the last line too; in two, 0.44 for the word and 0.64 for that line.
    expect(words('我们支持儿童', 5, 'even')).toEqual(['我们支持儿', '童'])
    expect(words('我们支持儿童', 5, 'balanced')).toEqual(['我们支持', '儿童'])
  })
})

describe('optimum fit', () => {
  test('lines are evenly full where the first fit leaves a short one', () => {
    // First fit: "aaa bb", "cc", 0 and 4 short, 0 + 16. Here 3 and 1 short, 9 + 1.
    expect(lines('aaa bb cc ddddd', 6)).toEqual(['aaa ', 'bb cc ', 'ddddd'])
  })
  test('the last line of a paragraph may be short, that of a heading is balanced', () => {
    const heading = 'What we know about your family'
    expect(lines(heading, 24)).toEqual(['What we know about your ', 'family'])
    // 12 and 7 short: 193. After "about" 6 and 13 short: 205. After "your" 1 and 18 short: 325.
    expect(lines(heading, 24, 'balanced')).toEqual(['What we know ', 'about your family'])
    expect(lines('Your rights', 24, 'balanced')).toEqual(['Your rights'])
  })
  test('lines of furniture end between parts, where that takes no further line', () => {
    expect(lines('Leaflet on your data · All services · Easy', 32, 'parts')).toEqual([
      'Leaflet on your data · ',
      'All services · Easy',
    ])
    // Three lines if no part were torn: so one is.
    expect(lines('Leaflet on your data · All the services that help · Easy', 29, 'parts')).toEqual([
      'Leaflet on your data · All ',
      'the services that help · Easy',
    ])
  })
  test('of the ways that tear as few parts, the one that leaves no short part alone', () => {
    // After "services" 1 and 22 short of 30, after "data" 13 and 10: the squares of 23 are less than those of 22 and 1.
    expect(lines('About the data · All services · Easy', 30, 'parts')).toEqual([
      'About the data · ',
      'All services · Easy',
    ])
  })
  test('a part with a number is torn for nothing but its own width', () => {
    // Two lines if the date were torn: 22 and 18 columns.
    expect(lines('All services · Text of 25 May 2018 · Easy', 22, 'parts')).toEqual([
      'All services · ',
      'Text of 25 May 2018 · ',
      'Easy',
    ])
    expect(lines('Easy · Text of 25 May 2018', 14, 'parts')).toEqual(['Easy · Text of ', '25 May 2018'])
  })
  test('the dot between two parts needs no room where a line ends', () => {
    expect(lines('First part · Second', 10, 'parts')).toEqual(['First part · ', 'Second'])
    // A dot within a part of a text needs it.
    expect(lines('First part · Second', 10)).toEqual(['First ', 'part · ', 'Second'])
  })
  test('each part between line feeds has a last line of its own', () => {
    expect(lines('aaa bb cc ddddd\naaa bb cc ddddd', 6)).toEqual([
      'aaa ',
      'bb cc ',
      'ddddd\n',
      'aaa ',
      'bb cc ',
      'ddddd',
    ])
  })

  test('never more lines than by first fit, never a worse sum of squares', () => {
    const word = fc.integer({ min: 1, max: 9 }).map((n) => 'x'.repeat(n))
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 9, max: 30 }),
        (words, measure) => {
          const found = lines(words.join(' '), measure).map((l) => l.trimEnd())
          const first = firstFit(words, measure)
          expect(found.join(' ')).toBe(words.join(' '))
          expect(found).toHaveLength(first.length)
          expect(badness(found, measure)).toBeLessThanOrEqual(badness(first, measure) + 1e-9)
        },
      ),
    )
  })

  function firstFit(words: readonly string[], measure: number): string[] {
    const found: string[] = []
    for (const word of words) {
      const longer = found.length === 0 ? word : `${found.at(-1)!} ${word}`
      if (found.length > 0 && longer.length <= measure) found[found.length - 1] = longer
      else found.push(word)
    }
    return found
  }
  /** Squared shortfalls, and a quarter for a last line under 14 % of the measure. */
  const badness = (found: readonly string[], measure: number): number =>
    found.reduce((sum, line, i) => {
      if (i === found.length - 1) return sum + (line.length < measure * 0.14 ? 0.25 : 0)
      return sum + (1 - line.length / measure) ** 2
    }, 0)
})

describe('what belongs together', () => {
  test('is not torn where a line ends', () => {
    expect(lines('Call Mrs Brown now', 9)).toEqual(['Call ', 'Mrs Brown ', 'now'])
  })
  test('is torn, but not cut, where it is wider than the measure', () => {
    expect(lines('Call Mrs Brown now', 8)).toEqual(['Call Mrs ', 'Brown ', 'now'])
    expect(lines('to privacy@hackney.uk', 12)).toEqual(['to privacy', '@hackney.uk'])
  })
})

describe('a name in bold', () => {
  const named = (before: string, name: string, after: string): string[] => {
    const set = typed([span(before), span(name, { weight: 'bold' }), span(after)])
    return breakLines(set, columns(20), { rag: 'balanced', hyphens: undefined }).map((r) => set.text.slice(r.start, r.end)) // prettier-ignore
  }
  test('stays whole where lines are nearly as good', () => {
    // Torn, 18 and 12 of 20: 0.1² + 0.4² + (1/3)² = 0.28. Whole, 11 and 19: 0.45² + 0.05² = 0.21.
    expect(named('to become a ', 'foster carer', ' we ask')).toEqual(['to become a ', 'foster carer we ask'])
    expect(named('to become a ', 'foster', ' carer we ask')).toEqual(['to become a foster ', 'carer we ask'])
  })
  test('is torn rather than a line is left with one short word', () => {
    // Whole, 5 and 19 of 20: 0.75² + 0.05² = 0.57. Torn, 12 and 12: 0.4² + 0.4² + (1/3)² = 0.43.
    expect(named('ours: ', 'abcdef ghijklmn', ' opq')).toEqual(['ours: abcdef ', 'ghijklmn opq'])
  })
})

describe('where each sentence begins a line', () => {
  test('two that would fit in one line have two', () => {
    expect(lines('We ask you. You say yes.', 40, 'sentences')).toEqual(['We ask you. ', 'You say yes.'])
    expect(lines('We ask you. You say yes.', 40, 'balanced')).toEqual(['We ask you. You say yes.'])
  })
  test('one that fits has one; the lines of a long one are balanced', () => {
    expect(lines('We ask you.', 11, 'sentences')).toEqual(['We ask you.'])
    // 12 columns: "the council" and "asks you", not "the council" and "asks you We".
    expect(lines('The council asks you. We help.', 12, 'sentences')).toEqual(['The council ', 'asks you. ', 'We help.'])
  })
  test('initials and numbers after a full stop stay where they are', () => {
    expect(lines('Ask J. Smith or room No. 5.', 40, 'sentences')).toEqual(['Ask J. Smith or room No. 5.'])
  })
  test('a hundred thousand sentences take no square of time', () => {
    const set = typed('A b. '.repeat(100_000))
    expect(processorTime(() => breakLines(set, columns(60), { rag: 'sentences', hyphens: undefined }))).toBeLessThan(4)
  })
})

test('a compound is divided after its hyphen; where words are whole, only if it is wider than the measure', () => {
  const whole = (text: string, measure: number): string[] => {
    const set = typed(text)
    return breakLines(set, columns(measure), { rag: 'even', hyphens: 'whole' }).map((r) => set.text.slice(r.start, r.end)) // prettier-ignore
  }
  expect(lines('our dabka-demiska team', 12)).toEqual(['our dabka-', 'demiska team'])
  expect(whole('our dabka-demiska team', 14)).toEqual(['our ', 'dabka-demiska ', 'team'])
  expect(whole('our dabka-demiska team', 12)).toEqual(['our dabka-', 'demiska team'])
})

test('a word of 100,000 letters, and as many words of one, take no square of time', () => {
  for (const text of ['a'.repeat(100_000), 'a '.repeat(50_000), 'a\u200B'.repeat(50_000), '\u2060'.repeat(100_000)]) {
    const set = typed(text)
    let end = 0
    const work = (): void => {
      const found = breakLines(set, columns(60), { rag: 'even', hyphens: undefined })
      for (const range of found.slice(0, 100)) setLine(set, range)
      end = found.at(-1)!.end
    }
    expect(processorTime(work)).toBeLessThan(2)
    expect(end).toBe(text.length)
  }
})
