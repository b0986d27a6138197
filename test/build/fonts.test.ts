import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { FontShop } from '../../src/build/fonts.js'
import { printFinding } from '../../src/report/index.js'
import { itemise, shapeRun, type FontSet, type Weight } from '../../src/text/index.js'
import { span } from '../text/helpers/spans.js'

const SOURCE = 'node_modules/source-code-pro'
const HEBREW = 'node_modules/@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'
const workspace = mkdtempSync(join(tmpdir(), 'doorstep-'))
afterAll(() => {
  rmSync(workspace, { recursive: true })
})

/** A font package in the workspace: each of its files is a copy, or bytes. */
function addPackage(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(workspace, 'node_modules', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name }))
  for (const [file, from] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    if (typeof from === 'string') copyFileSync(from, join(folder, file))
    else writeFileSync(join(folder, file), from)
  }
  return name
}
const place = { file: 'locales/xx/locale.json', line: 9, column: 3, excerpt: '  "fonts": [' }
const fontsFor = (...packages: string[]) =>
  new FontShop(workspace).fontsFor({ script: 'Latn', fonts: packages.map((name) => ({ package: name })) }, place)
const ids = (fonts: FontSet | undefined, weight: Weight): string[] | undefined => fonts?.[weight].map((f) => f.face.id)
const weightOf = (fonts: FontSet | undefined, weight: Weight): number | undefined =>
  fonts?.[weight][0]?.face.trueType.weight

describe('which file of a package is used', () => {
  test('one for each weight, upright, TrueType before OpenType, wherever packages have them', () => {
    const name = addPackage('both', {
      'OTF/Code-Regular.otf': `${SOURCE}/OTF/SourceCodePro-Regular.otf`,
      'OTF/Code-Bold.otf': `${SOURCE}/OTF/SourceCodePro-Bold.otf`,
      'TTF/Code-BoldItalic.ttf': `${SOURCE}/TTF/SourceCodePro-BoldIt.ttf`,
      'TTF/Code-Bold.ttf': `${SOURCE}/TTF/SourceCodePro-Bold.ttf`,
      'TTF/Code-Regular.ttf': `${SOURCE}/TTF/SourceCodePro-Regular.ttf`,
      'VF/CodeVF-Upright.ttf': `${SOURCE}/VF/SourceCodeVF-Upright.ttf`,
    })
    const { fonts, findings } = fontsFor(name)
    expect(findings).toEqual([])
    expect([ids(fonts, 'regular'), ids(fonts, 'bold')]).toEqual([['Code-Regular'], ['Code-Bold']])
  })

  test('OpenType where there is no TrueType', () => {
    const { fonts, findings } = fontsFor(
      addPackage('cff', {
        'Code-Regular.otf': `${SOURCE}/OTF/SourceCodePro-Regular.otf`,
        'Code-Bold.otf': `${SOURCE}/OTF/SourceCodePro-Bold.otf`,
      }),
    )
    expect(findings).toEqual([])
    expect([weightOf(fonts, 'regular'), weightOf(fonts, 'bold')]).toEqual([400, 700])
  })

  test.each([
    'CodeVF-Upright.ttf',
    'Code[wght].ttf',
    'Code-VariableFont_wght.ttf',
    'fonts/variable/Code[opsz,wght].ttf',
  ])('a variable file for both weights: %s', (file) => {
    const { fonts, findings } = fontsFor(addPackage('variable', { [file]: `${SOURCE}/VF/SourceCodeVF-Upright.ttf` }))
    expect(findings).toEqual([])
    expect([weightOf(fonts, 'regular'), weightOf(fonts, 'bold')]).toEqual([400, 700])
    rmSync(join(workspace, 'node_modules/variable'), { recursive: true })
  })

  test('bold that is drawn from the regular file needs no other', () => {
    const name = addPackage('drawn', { 'Drawn-Regular.ttf': HEBREW })
    const wish = { script: 'Hebr', fonts: [{ package: name, bolder: 0.03 }] }
    const { fonts, findings } = new FontShop(workspace).fontsFor(wish, place)
    expect(findings).toEqual([])
    expect([ids(fonts, 'regular'), ids(fonts, 'bold')]).toEqual([['Drawn-Regular'], ['Drawn-Regular bolder']])
    expect([weightOf(fonts, 'regular'), weightOf(fonts, 'bold')]).toEqual([400, 700])
    expect(new FontShop(workspace).filesOf(wish).map(([file]) => file)).toEqual([
      'Drawn-Regular.ttf',
      'Drawn-Regular.ttf',
    ])
  })

  test('a font after the first may have one weight: symbols have no other', () => {
    const name = addPackage('symbols', { 'Symbols-Regular.ttf': HEBREW })
    const { fonts, findings } = fontsFor('@expo-google-fonts/noto-sans', name)
    expect(findings).toEqual([])
    expect(ids(fonts, 'bold')).toEqual(['NotoSans_700Bold', 'Symbols-Regular'])
  })
})

test('a name in another language’s letters comes from the font that is named for it, and its Latin letters do not', () => {
  const expo = (name: string): string => `@expo-google-fonts/${name}`
  const wish = {
    script: 'Hans',
    fonts: [
      { package: expo('noto-sans-sc') },
      { package: expo('noto-sans-tc'), languages: ['zh-Hant'] },
      { package: expo('noto-sans-jp'), languages: ['ja'] },
      { package: expo('noto-sans') },
    ],
  }
  const { fonts } = new FontShop(workspace).fontsFor(wish, place)
  const text = [
    span('骨直', { lang: 'zh-Hans' }),
    span('骨直 Li', { lang: 'zh-Hant' }),
    span('骨直かな', { lang: 'ja' }),
  ]
  const { runs, missing } = itemise(text, fonts!, 'ltr')
  expect(missing).toEqual([])
  expect(runs.map((r) => [r.font.face.id.replace(/_.*/, ''), r.text.trim()])).toEqual([
    ['NotoSansSC', '骨直'],
    ['NotoSansTC', '骨直'],
    ['NotoSans', 'Li'],
    ['NotoSansJP', '骨直'],
    ['NotoSansJP', 'かな'],
  ])
  // The same two code points have other forms in each.
  const [simplified, traditional, , japanese] = runs.map((run) => {
    const { trueType } = run.font.face
    return shapeRun(run)
      .clusters.map((c) => [...trueType.outline(c.glyph.parts[0]!.glyph)].join(' '))
      .slice(0, 2)
      .join(' / ')
  })
  expect(new Set([simplified, traditional, japanese]).size).toBe(3)
})

describe('a package that cannot be used is a finding at the line that names it', () => {
  const problem = (...packages: string[]): string[] => fontsFor(...packages).findings.map((f) => printFinding(f))
  const said = (file: string, words: string): string => `error[font-unusable]  locales/xx/locale.json:9:3
  The font ${file} cannot be used: ${words}
  9 │   "fonts": [
    │   ^ nothing in this font
  fix: Install the package anew, or name another in locale.json: one with .ttf or .otf files, regular and bold, such as @expo-google-fonts/noto-sans`

  test('the language’s own letters in one weight only', () => {
    expect(problem(addPackage('one', { 'One-Regular.ttf': HEBREW }))).toEqual([said('one', 'it has no file for bold')])
  })
  test('only fonts for the web', () => {
    const name = addPackage('web', { 'files/web-latin-400-normal.woff2': new Uint8Array(100) })
    expect(problem(name)).toEqual([said('web', 'it has no file for regular'), said('web', 'it has no file for bold')])
  })
  test('a file cut short, and one whose licence forbids embedding', () => {
    const hebrew = new Uint8Array(readFileSync(HEBREW))
    const forbidden = hebrew.slice()
    const view = new DataView(forbidden.buffer)
    for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
      if (Buffer.from(forbidden.subarray(at, at + 4)).toString('latin1') !== 'OS/2') continue
      view.setUint16(view.getUint32(at + 8) + 8, 0x0002)
    }
    const name = addPackage('bad', { 'Bad-Regular.ttf': hebrew.subarray(0, 100), 'Bad-Bold.ttf': forbidden })
    expect(problem(name)).toEqual([
      said('Bad-Regular.ttf', 'its list of tables is cut short'),
      said('Bad-Bold.ttf', 'its licence forbids embedding (OS/2 fsType, bit 1)'),
    ])
  })
})
