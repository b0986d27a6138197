import { describe, expect, test } from 'vitest'
import { readTree } from '../../src/exchange/xml-tree.js'

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1">
  <file id="f1">
    <unit id="visit:say" name="visit:say">
      <segment state="translated">
        <source>We visit</source>
        <target>Gel <ph id="1" equiv="when"/> b</target>
      </segment>
    </unit>
  </file>
</xliff>
`
/** What is said of the file with a slip in it, if it is said where "¦" stands. */
function said(slip: string): string {
  const at = slip.indexOf('¦')
  const { problem } = readTree(slip.replace('¦', ''))
  expect([at, slip.slice(0, at)]).toEqual([problem?.at, slip.slice(0, problem?.at)])
  return [problem?.words, problem?.mend].filter((words) => words !== undefined).join('. ')
}
const withSlip = (from: string, to: string): string => {
  expect(FILE.split(from)).toHaveLength(2)
  return FILE.replace(from, () => to)
}

test('a sound file has none', () => {
  expect(readTree(FILE).problem).toBeUndefined()
})

describe('a slip in a tag is said where it is, with what to write', () => {
  const after = (name: string) => `the quotation mark after the value of "${name}" is missing here. Write " here`
  const before = (name: string) => `the quotation mark before the value of "${name}" is missing here. Write " here`
  test.each([
    ['id="visit:say" name', 'id="visit:say¦ name', after('id')],
    ['name="visit:say">', 'name="visit:say¦>', after('name')],
    ['"translated">', '"translated¦>', after('state')],
    ['"when"/>', '"when¦/>', after('equiv')],
    ['"when"/>', '"when¦ />', after('equiv')],
    ['document:2.0" version', 'document:2.0¦ version', after('xmlns')],
    ['"translated">', '\'translated"¦>', after('state').replace('Write "', "Write '")],
    ['id="visit:say"', 'id=¦visit:say"', before('id')],
    ['id="visit:say"', 'id=¦visit:say', before('id')],
    ['"when"/>', '¦when"/>', before('equiv')],
    ['id="visit:say"', 'id¦"visit:say"', 'the "=" after "id" is missing here. Write = here'],
    ['id="visit:say"', 'id¦', '"id" has no value. Write a value, as in id="…", or delete it'],
    ['id="visit:say"', 'id=¦“visit:say”', 'the value of "id" stands between “typographic” quotation marks. Write plain ones: "'], // prettier-ignore
    ['"visit:say" name', '"visit:say"¦name', 'a space is missing before "name". Write a space here'],
    ['"visit:say" name', '"visit:say" ¦id', '"id" stands twice in one tag. Delete one of the two'],
    ['"visit:say" name', '"visit:say" ¦" name', 'this does not belong in the tag <unit>. Delete it'],
    ['"translated">', '"translated"¦', 'the ">" of <segment> is missing here. Write > here'],
    ['</source>', '</source¦', 'the ">" of </source> is missing here. Write > here'],
    [
      '"visit:say" name',
      '"a ¦& b" name',
      'an "&" stands here by itself; it is written &amp;. Write &amp; in place of it',
    ],
    ['"visit:say" name', '"a ¦< b" name', 'a "<" stands here by itself; it is written &lt;. Write &lt; in place of it'],
  ])('%s → %s', (from, to, words) => {
    expect(said(withSlip(from, to))).toBe(words)
  })
})

test.each([
  ['We visit', 'We ¦< visit', 'a "<" stands here by itself; it is written &lt;. Write &lt; in place of it'],
  ['We visit', 'We ¦<3 visit', 'a "<" stands here by itself; it is written &lt;. Write &lt; in place of it'],
  ['We visit', 'We ¦& visit', 'an "&" stands here by itself; it is written &amp;. Write &amp; in place of it'],
  ['We visit', 'We¦&nbsp;visit', 'it uses an entity that is not declared, &nbsp;. Write the letter itself in place of &nbsp;'], // prettier-ignore
  ['We visit', 'We ¦\u0001visit', 'a letter or an invisible sign stands here that XML does not allow'],
  ['We visit', 'We ¦&#1;visit', 'a number here stands for a letter that XML does not allow'],
  ['We visit', '¦<!-- visit', 'something is opened here that "-->" should close. Write --> where it ends'],
  ['We visit', '¦<![CDATA[ visit', 'something is opened here that "]]>" should close. Write ]]> where it ends'],
  ['</target>', '¦</Target>', '</Target> closes nothing: <target> is open here'],
  ['</target>\n      </segment>', '\n      ¦</segment>', '<target> is still open where </segment> stands'],
  ['</segment>', '</segment>\n¦</segment>', '</segment> closes nothing: <unit> is open here'],
  ['</xliff>', '</xliff>\n¦</xliff>', '</xliff> closes nothing'],
  ['</xliff>', '</xliff>\n¦Yours', 'words stand outside of all elements'],
  ['<?xml', 'Dear all ¦<?xml', '<?xml …?> does not stand at the very start. Delete what stands before it'],
  [
    '<?xml version="1.0"',
    '¦<?xml version="1.0',
    'its first line is damaged. Make it <?xml version="1.0" encoding="UTF-8"?>',
  ],
])('a slip between tags: %s → %s', (from, to, words) => {
  expect(said(withSlip(from, to))).toBe(words)
})

test('what is never closed is said where it is opened', () => {
  expect(said(withSlip('<xliff', '¦<xliff').replace('</xliff>', ''))).toBe('<xliff> is opened and not closed')
})

test.each(['state="trans', 'state="translated"', 'state=', '<segment'])('a file that is cut short at %s', (end) => {
  const cut = FILE.slice(0, FILE.indexOf(end) + end.length)
  expect(said(`${cut}¦`)).toMatch(/^it ends here/)
})
