import { contentPrint, editionCode, type Content } from '../document/index.js'
import { checkMessage, GLOSSARY_FILE, namespaceOf, stateOf, type Catalogue, type Pair } from '../locale/index.js'
import { Kept, keptForPair } from '../memory/index.js'
import { inLeaflets, mergeFindings, type Finding } from '../report/index.js'
import { drawn, isContent } from './drawn.js'
import type { Tree } from './markup-tree.js'
import { leafletId, type Order, type Shop } from './order.js'
import type { Template } from './template-files.js'
import { contentDate } from './view.js'
import { checkContacts } from './workspace-file.js'

/** What a leaflet says, whatever day it is printed. */
export interface Saying {
  readonly content?: SaidContent
  readonly findings: readonly Finding[]
  /** Messages that the leaflet prints in its own language, in order. */
  readonly keys: readonly string[]
  /** Messages that it prints in another language, for staff. */
  readonly foreign: readonly string[]
  /** Those of them that are content and not approved; with one, each page says "draft". */
  readonly drafts: readonly string[]
  /** Those of them that a release waits for. */
  readonly unapproved: readonly string[]
}
export interface SaidContent {
  /** Marks stand for the day and the edition: see PRINT_MARKS. */
  readonly tree: Tree
  readonly facts: Omit<Content, 'blocks' | 'furniture'>
  /** Stands for all of it: see {@link contentPrint}. */
  readonly print: string
  readonly edition: string
}

/** Whatever a saying is made from besides the two languages and the order. */
type Inputs = readonly [Template, Shop['notice'], Shop['workspace'], Shop['pictures']]

/** On another day a leaflet says the same: a service prints it again each morning. */
const sayings = keptForPair<Catalogue, Catalogue, Kept<string, { inputs: Inputs; saying: Saying }>>(() => new Kept(12))

export function sayingOf(template: Template, order: Order, shop: Shop): Saying {
  if (shop.once) return say(template, order, shop)
  const kept = sayings(shop.source, shop.target)
  const id = leafletId(order, shop)
  const inputs = [template, shop.notice, shop.workspace, shop.pictures] as const
  const known = kept.get(id)
  if (known && inputs.every((input, i) => input === known.inputs[i])) return known.saying
  return kept.set(id, { inputs, saying: say(template, order, shop) }).saying
}

function say(template: Template, order: Order, shop: Shop): Saying {
  const { checks, states } = onceAPair(shop.source, shop.target)
  const isDraft = (key: string): boolean => isContent(key) && states(key) !== 'approved'
  const { tree, spoken, problems } = drawn(template, { order, shop }, isDraft)
  const keys = [...spoken.keys]
  const findings = [
    ...readingProblems([...spoken.asked], shop),
    ...problems,
    ...spoken.findings,
    ...keys
      .filter((key) => shop.source.messages.has(key) || shop.target.messages.has(key))
      .flatMap((key) => checks(key)),
    ...checkContacts(shop.workspace),
  ]
  return {
    findings: named(findings, order, shop),
    keys,
    foreign: [...spoken.foreign],
    drafts: keys.filter(isDraft),
    unapproved: keys.filter((key) => needsApproval(shop, key) && states(key) !== 'approved'),
    ...(tree ? { content: contentOf(tree, order, shop) } : {}),
  }
}

function contentOf(tree: Tree, { service, format }: Order, { notice, target }: Shop): SaidContent {
  const { tag, direction, digits } = target.locale
  const facts = { lang: tag, direction, notice: notice.id, service, format, contentDate: contentDate(notice) }
  const print = contentPrint({ ...facts, blocks: tree.blocks, furniture: { ...tree.furniture, digits } })
  return { tree, facts, print, edition: editionCode(print) }
}

/** What is known of a text beside its English, worked out once: a batch prints each in many leaflets. */
const onceAPair = keptForPair((source: Catalogue, target: Catalogue) => {
  const pair = { source, target }
  return { checks: onceAKey((key) => checkMessage(pair, key)), states: onceAKey((key) => stateOf(pair, key)) }
})

/** As many texts as a notice has twice over: a batch makes the leaflets of a notice one after the other. */
const TEXTS = 500

function onceAKey<T>(make: (key: string) => T): (key: string) => T {
  const known = new Kept<string, T>(TEXTS)
  return (key) => known.get(key) ?? known.set(key, make(key))
}

/**
 * Whether a release asks for somebody's approval: of each text of a translation, the program's own words too. In the
 * language that is written first those are the program's, and no council's to approve.
 */
export const needsApproval = ({ source, target }: Pair, key: string): boolean => source !== target || isContent(key)

/** Problems of the files that this leaflet's texts come from; those of other files hold other leaflets. */
function readingProblems(keys: readonly string[], { source, target }: Shop): Finding[] {
  const names = new Set(keys.map(namespaceOf))
  const files = new Set(
    [source, target].flatMap(({ locale: { tag } }) =>
      [...names, 'locale', 'review', 'history', 'waivers'].map((name) => `locales/${tag}/${name}.json`),
    ),
  ).add(GLOSSARY_FILE)
  return [...source.findings, ...target.findings].filter((f) => files.has(f.place.file))
}

/** Each finding names the leaflet that it belongs to. */
export function named(findings: readonly Finding[], order: Order, shop: Shop): readonly Finding[] {
  const leaflets = [leafletId(order, shop)]
  return mergeFindings(findings.map((f) => inLeaflets(f, leaflets)))
}
