import type { Figure } from '../document/index.js'
import { keptFor } from '../memory/index.js'
import { fileStart, finding, type Finding, type Place } from '../report/index.js'
import { fillTemplate } from './handlebars.js'
import { helpersOf } from './helpers.js'
import { readTree, type Tree } from './markup-tree.js'
import { placeOfKey } from './notice-keys.js'
import type { Order, Shop } from './order.js'
import { startSpeaking, type Spoken } from './spoken.js'
import type { Template } from './template-files.js'
import { isEasy, viewOf } from './view.js'

export interface Drawing {
  readonly order: Order
  readonly shop: Shop
}

/**
 * Which texts a leaflet says is known once it is composed; whether it says "draft" depends on them. Nearly always it says
 * the same texts with and without its draft lines: then once is enough.
 */
export function drawn(template: Template, drawing: Drawing, isDraft: (key: string) => boolean): Drawn {
  const { order, shop } = drawing
  const known = saidAlike(template)
  const id = [shop.notice.id, order.service, order.format, shop.target.locale.tag].join(' ')
  const contentOf = ({ spoken }: Drawn): string => [...spoken.keys].filter(isContent).join(' ')
  if (known.has(id)) {
    const plain = draw(template, { draft: false, ...drawing })
    if (contentOf(plain) === known.get(id) && ![...plain.spoken.keys].some(isDraft)) return plain
  }
  const marked = draw(template, { draft: true, ...drawing })
  if ([...marked.spoken.keys].some(isDraft)) {
    known.delete(id)
    return marked
  }
  const plain = draw(template, { draft: false, ...drawing })
  if (contentOf(plain) === contentOf(marked)) known.set(id, contentOf(plain))
  return plain
}

/** Content keys of leaflets that were no drafts last time, where both ways of filling the template say the same. */
const saidAlike = keptFor<Template, Map<string, string>>(() => new Map())

export interface Drawn {
  readonly tree?: Tree
  readonly spoken: Spoken
  readonly problems: readonly Finding[]
}

/** Fills the template once and reads what it gives. */
function draw(template: Template, { order, shop, draft }: Drawing & { readonly draft: boolean }): Drawn {
  const { notice, source, target } = shop
  const spoken = startSpeaking()
  const namespace = isEasy(order) ? notice.easyRead.namespace : notice.namespace
  const helpers = helpersOf({ source, target, namespace, spoken, placeOfKey: (key) => placeOfKey(notice, key) })
  const filled = fillTemplate(template, viewOf(order, shop, draft), helpers)
  if (filled.markup === undefined) return { spoken, problems: filled.findings }

  const pictures: Finding[] = []
  const { tree, findings } = readTree(filled.markup, {
    template: fileStart(template.main.file),
    once: shop.once ?? false,
    text: spoken.text,
    value: spoken.value,
    figure: (id) => figureOf(id, { shop, spoken, template, findings: pictures }),
  })
  return { spoken, problems: [...findings, ...pictures], ...(tree ? { tree } : {}) }
}

interface FigureDesk {
  readonly shop: Shop
  readonly spoken: Spoken
  readonly template: Template
  readonly findings: Finding[]
}

function figureOf(id: string, desk: FigureDesk): Omit<Figure, 'id' | 'kind'> | undefined {
  const { shop, spoken, template } = desk
  const key = `pictures:${id}`
  const origin = (): Place => placeOfKey(shop.notice, key) ?? fileStart(template.main.file)
  const { picture, findings } = shop.pictures(id)
  desk.findings.push(...findings)
  if (!picture && findings.length === 0) desk.findings.push(finding('picture-unknown', origin(), { id }))
  const alt = spoken.text(spoken.say(shop, { key, slots: {}, origin, foreign: false }))
  return picture && alt ? { picture, alt } : undefined
}

/** The program's own words ("Page 1 of 3") make no leaflet a draft: they are no words of the council. */
export const isContent = (key: string): boolean => !key.startsWith('leaflet:')
