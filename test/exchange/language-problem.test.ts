import { expect, test } from 'vitest'
import { languageProblem, sameLanguage } from '../../src/exchange/index.js'
import { pairOf } from '../locale/shop.js'
import { bring, decode, encode, readBack, sent } from './shop.js'

const PAIR = pairOf({ say: 'We visit' }, { say: 'Geliyoruz' })
const problem = (file: string, target = 'pl') => {
  const { home } = readBack(PAIR, encode(file))
  return home && languageProblem(home, { source: 'en', target })?.code
}

test('a file whose language was changed after it was exported is not of that language', () => {
  const xliff = decode(sent('xliff', PAIR)).replace('trgLang="tr"', 'trgLang="pl"')
  const po = decode(sent('po', PAIR)).replace('"Language: tr', '"Language: pl')
  const other = '<xliff version="1.2"><file source-language="en" target-language="pl" original="locales/tr/visit.json"><body/></file></xliff>' // prettier-ignore
  for (const file of [xliff, po, other]) expect(problem(file)).toBe('exchange-relabelled')
  expect(problem(xliff.replace('original="locales/tr/', 'original="locales/pl/'))).toBeUndefined()
})

test('a region that a tool adds makes no other language', () => {
  const xliff = decode(sent('xliff', PAIR)).replace('srcLang="en" trgLang="tr"', 'srcLang="en-GB" trgLang="tr-TR"')
  expect(problem(xliff, 'tr')).toBeUndefined()
  expect(bring(PAIR, xliff).findings).toEqual([])
  expect(sameLanguage('pt-BR', 'pt')).toBe(true)
  expect(sameLanguage('es-419', 'ES')).toBe(true)
  expect(sameLanguage('pt-BR', 'pt-PT')).toBe(false)
  expect(sameLanguage('zh-Hant', 'zh')).toBe(false)
})
