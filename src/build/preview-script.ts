/**
 * What a preview's page does in the browser. A page that was opened from the disk may fetch nothing and look into no
 * frame, but it may load scripts: so it loads that of its version, again and again, each time by another address; and
 * when the version is another, it opens its newer self in a hidden frame, which hands over what it says. The reader
 * stays where they are: the mark in view keeps its height on the screen, or else the page does, and the focus its link.
 */
export const PREVIEW_SCRIPT = `
'use strict'
const version = document.currentScript.dataset.version
const main = () => document.querySelector('main')
const tell = (text) => { document.querySelector('[role=status]').textContent = text }
let frame, ended = false

if (parent !== window) parent.postMessage(main().outerHTML, '*')
else look()

function look() {
  const script = document.createElement('script')
  script.src = version + '?' + Date.now()
  script.onload = script.onerror = () => { script.remove(); setTimeout(look, 700) }
  document.head.append(script)
}

function doorstepPreview(stamp) {
  if (ended !== (stamp === '')) tell((ended = !ended) ? 'This preview is no longer kept up to date' : '')
  if (ended || stamp === main().dataset.stamp || frame) return
  frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = location.pathname + '?' + stamp
  document.body.append(frame)
  setTimeout(putAway, 10000, frame)
}

function putAway(opened) {
  opened.remove()
  if (frame === opened) frame = undefined
}

addEventListener('message', ({ source, data }) => {
  if (!frame || source !== frame.contentWindow) return
  putAway(frame)
  const next = new DOMParser().parseFromString(data, 'text/html').querySelector('main')
  if (next.dataset.stamp !== main().dataset.stamp) renew(next)
})

function renew(next) {
  const inView = [...main().querySelectorAll('.mark, figure')].filter((e) => {
    const { top, bottom } = e.getBoundingClientRect()
    return bottom >= 0 && top <= innerHeight
  })
  const kept = inView.find((e) => e.className === 'mark') ?? inView[0]
  const before = kept?.getBoundingClientRect().top
  const aside = document.querySelector('aside').scrollTop
  const link = main().contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
  main().replaceWith(next)
  document.querySelector('aside').scrollTop = aside
  const now = kept && document.getElementById(kept.id)
  if (now) scrollBy(0, now.getBoundingClientRect().top - before)
  if (link) [...next.querySelectorAll('a')].find((a) => a.getAttribute('href') === link)?.focus({ preventScroll: true })
  tell(next.dataset.news + ' at ' + new Date().toLocaleTimeString())
}
`
