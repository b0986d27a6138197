import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BenchLanguage } from '../fidelity/languages.js'
import { DPI, SIZE } from './lines.js'
import { cropped, readPng, type Picture } from './picture.js'

/** CSS pixels: height of a line's band, enough for Nastaliq, and width of the window. */
const BAND = 60
const WIDTH = 420

export interface PlainLine {
  readonly language: BenchLanguage
  readonly text: string
  readonly scale: number
}

/** Pictures of lines as Chromium shows them in a window, with the same font files at the same size; one start for all. */
export function chromiumLines(lines: readonly PlainLine[]): Picture[] {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-ink-'))
  try {
    const page = join(folder, 'page.html')
    const screenshot = join(folder, 'screenshot.png')
    writeFileSync(page, pageOf(lines))
    execFileSync(
      'chromium',
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
        ...['--disable-background-networking', '--disable-component-update', '--hide-scrollbars'],
        ...['--allow-file-access-from-files', '--font-render-hinting=none', '--disable-lcd-text'],
        ...[`--user-data-dir=${join(folder, 'profile')}`, `--force-device-scale-factor=${DPI / 96}`],
        ...[`--window-size=${WIDTH},${lines.length * BAND}`, '--virtual-time-budget=30000'],
        ...[`--screenshot=${screenshot}`, `file://${page}`],
      ],
      { stdio: 'ignore', timeout: 120_000 },
    )
    const whole = readPng(readFileSync(screenshot))
    const band = (BAND * DPI) / 96
    return lines.map((_, i) => cropped(whole, i * band, (i + 1) * band))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const chromiumVersion = (): string => execFileSync('chromium', ['--version'], { encoding: 'utf8' }).trim()

function pageOf(lines: readonly PlainLine[]): string {
  const names = [...new Set(lines.flatMap((l) => l.language.fonts))]
  const faces = names.map((name) => `@font-face { font-family: "${name}"; src: url("file://${regularOf(name)}") }`)
  const divs = lines.map(({ language: { tag, direction, fonts }, text, scale }, i) => {
    const family = fonts.map((name) => `'${name}'`).join(', ')
    return `<p lang="${tag}" dir="${direction}" style="top: ${i * BAND}px; font-family: ${family}; font-size: ${SIZE * scale}pt">${escaped(text)}</p>`
  })
  return `<!doctype html><meta charset="utf-8"><style>${faces.join('\n')}
    p { position: absolute; left: 20px; margin: 0; line-height: ${BAND}px; white-space: nowrap;
        color: #000; text-rendering: geometricPrecision }
    </style>${divs.join('\n')}`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function regularOf(name: string): string {
  const folder = resolve('node_modules/@expo-google-fonts', name, '400Regular')
  return join(
    folder,
    readdirSync(folder).find((f) => f.endsWith('.ttf'))!,
  )
}
