import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PicturePackages } from '../notice/index.js'

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>
}

/** Health Icons and OpenMoji from their npm packages, read when first asked for. */
export function picturePackages(): PicturePackages {
  const require = createRequire(import.meta.url)
  let icons: IconSet['icons'] | undefined
  return {
    healthicon(name) {
      icons ??= (JSON.parse(readFileSync(require.resolve('@iconify-json/healthicons/icons.json'), 'utf8')) as IconSet)
        .icons
      return Object.hasOwn(icons, name) ? icons[name]!.body : undefined
    },
    openmoji(code) {
      if (!/^[0-9A-F]+(-[0-9A-F]+)*$/.test(code)) return undefined
      try {
        return readFileSync(
          join(dirname(require.resolve('openmoji/package.json')), 'black', 'svg', `${code}.svg`),
          'utf8',
        )
      } catch {
        return undefined
      }
    },
  }
}
