/**
 * Room: notice. What a leaflet says: notice file, template and catalogue become the document.
 * In: a shop (shelf, workspace, notice, two catalogues, pictures) and an order. Out: a document, findings, keys said.
 * Not here: fonts, pages, PDF; where files and npm packages lie (build).
 */
export { composeNotice, type Composed } from './compose.js'
export { needsApproval } from './saying.js'
export { leafletId, type Order, type PictureFound, type PictureShelf, type Shop } from './order.js'
export { checkNotice, readNotice, type Notice, type Service } from './notice-file.js'
export { keyPlaces, templatePlaces } from './key-places.js'
export { checkLeftOver } from './left-over.js'
export { checkWordList } from './check-words.js'
export { checkLaw } from './law-file.js'
export { checkContacts, checkNotices, readWorkspace, type Contacts, type Workspace } from './workspace-file.js'
export { contentDate } from './view.js'
export { pictureShelf, type PicturePackages } from './pictures.js'
export { readSvg } from './svg.js'
