import { readCatalogue, type Catalogue, type Shelf } from '../../src/locale/index.js'
import { readNotice, readWorkspace, type PictureShelf, type Shop } from '../../src/notice/index.js'
import { diskShelf } from '../helpers/shelf.js'

/** A shop with the real notice, templates and locales; every picture is an empty square unless given. */
export function openShop(tag: string, shelf: Shelf = diskShelf, pictures: PictureShelf = blankPictures): Shop {
  const workspace = readWorkspace(shelf).value
  const notice = readNotice(shelf, 'children-and-families').value
  if (!workspace || !notice) throw new Error('The workspace of the tests cannot be read')
  return { shelf, workspace, notice, source: catalogueOf('en', shelf), target: catalogueOf(tag, shelf), pictures }
}

function catalogueOf(tag: string, shelf: Shelf): Catalogue {
  const { catalogue, findings } = readCatalogue(shelf, tag)
  if (!catalogue) throw new Error(`No catalogue of ${tag}: ${findings.map((f) => f.title).join('; ')}`)
  return catalogue
}

const blankPictures: PictureShelf = (id) => ({
  picture: { id, size: { width: 48, height: 48 }, shapes: [] },
  findings: [],
})
