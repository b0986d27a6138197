import type { Picture } from '../document/index.js'
import type { Pair, Shelf } from '../locale/index.js'
import type { Finding } from '../report/index.js'
import type { Notice } from './notice-file.js'
import type { Workspace } from './workspace-file.js'

/** One leaflet, as ordered: which notice, for which families, in which form. The language is the shop's target. */
export interface Order {
  /** `whole`, or the id of one service. */
  readonly service: string
  /** Name of the template: `standard`, `easy-read`. */
  readonly format: string
  /** Day of printing, ISO 8601. Whoever takes the order has checked it with checkDate. */
  readonly issueDate: string
}

/** What a leaflet is made from. */
export interface Shop extends Pair {
  readonly shelf: Shelf
  readonly workspace: Workspace
  readonly notice: Notice
  readonly pictures: PictureShelf
  /** True: nobody asks for this leaflet again, so nothing of it as a whole is kept. A batch takes a quarter less memory. */
  readonly once?: boolean
}

export type PictureShelf = (id: string) => PictureFound
export interface PictureFound {
  readonly picture?: Picture
  /** Name and licence of the set it comes from; none for the workspace's own pictures. */
  readonly credit?: string
  /** Empty, and no picture: nobody knows the id. */
  readonly findings: readonly Finding[]
}

/** `tr/children-and-families.whole.standard` */
export const leafletId = (order: Order, shop: Pick<Shop, 'notice' | 'target'>): string =>
  `${shop.target.locale.tag}/${shop.notice.id}.${order.service}.${order.format}`
