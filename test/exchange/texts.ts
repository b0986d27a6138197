import * as fc from 'fast-check'

/** What texts of messages are made of, and what formats of files stumble over. */
const PIECES = [
  'We visit', 'ا', 'مرحبا ', 'שלום', 'বাংলা', '你好', '👩‍👩‍👧', 'e\u0301', '\u200F', '\u2067', '\u2028', '\u0085', '\uFEFF', '\u00A0', '\u00AD',
  ' ', '  ', '\n', '\r', '\r\n', '\t', '"', "'", '\\', '\\n', '\\"', '#', '#~', '%s', '=1+1', '+', '-', '@', '_x000D_', '_x005F_', '_', 'x000D_',
  '&amp;', '&lt;', '&gt;', '&quot;', '&#10;', '&', '<', '>', ']]>', '<![CDATA[', '<!--', '-->', '<?x?>',
  '<strong>', '</strong>', '<term>', '</term>', '<span lang="en">', '</span>', 'strong>', '/term>', '{{date}}', '{{ count }}', '{{', '}}', 'amp;',
  'constructor', '__proto__', 'toString',
] // prettier-ignore

export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 }).map((p) => p.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', minLength: 1 })
      // Letters that no XML holds, and what stands for a lost one, are looked for elsewhere.
      .filter((text) => !/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFD-\uFFFF]|\p{Cs}/u.test(text)), // eslint-disable-line no-control-regex
  },
)

/** A name in a file of messages: no full stop, no colon. */
export const anyName: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
  fc.constantFrom('a b', 'ü', '<&>', '"', 'مفتاح', '_20_', '#x', "'", '\\', '__proto', '1'),
)
