/**
 * Letters of one language that stand in texts of another by mistake: a keyboard, a font of old, a conversion. Each with
 * the letter that is meant. Only what is certainly wrong: letters that a language borrows for names are left alone.
 */
export const LETTERS: Readonly<Record<string, string>> = {
  // Arabic script: yeh, kaf and heh are other code points in each language, and other letters at the end of a word.
  ar: 'ی→ي ک→ك ہ→ه ھ→ه ە→ه ے→ي ۃ→ة',
  fa: 'ي→ی ى→ی ك→ک ہ→ه ھ→ه ە→ه ے→ی',
  prs: 'ي→ی ى→ی ك→ک ہ→ه ھ→ه ە→ه ے→ی',
  ur: 'ي→ی ى→ی ك→ک ه→ہ ە→ہ ة→ۃ',
  pnb: 'ي→ی ى→ی ك→ک ه→ہ ە→ہ',
  ps: 'ك→ک ى→ی ہ→ه ھ→ه ە→ه ے→ې ٹ→ټ ڈ→ډ ڑ→ړ',
  ckb: 'ي→ی ى→ی ك→ک ہ→ه ة→ە ه\u200C→ە ے→ێ',
  // Latin script.
  ro: 'ş→ș ţ→ț Ş→Ș Ţ→Ț ǎ→ă Ǎ→Ă ã→ă',
  tr: 'ș→ş ț→t Ș→Ş ǧ→ğ Ǧ→Ğ',
  kmr: 'ș→ş Ș→Ş',
  az: 'ș→ş Ș→Ş ә→ə',
  pl: 'ȩ→ę ẹ→ę ḷ→ł',
  vi: 'ǎ→ă Ǎ→Ă ð→đ Ð→Đ',
  hr: 'ð→đ Ð→Đ',
  bs: 'ð→đ Ð→Đ',
  hu: 'õ→ő Õ→Ő û→ű Û→Ű ô→ő',

  lt: 'ẹ→ė ȩ→ę ĕ→ė',
  sq: 'ẽ→ë ĕ→ë',
  de: 'β→ß',
  // Cyrillic: letters of the neighbours.
  bg: 'ы→ъ ё→йо э→е і→и ї→и є→е',
  uk: 'ы→и ё→йо э→е ъ→ʼ',
  ru: 'і→и ї→и є→е ґ→г',
  be: 'и→і щ→шч ъ→’',
}

/**
 * By script: sequences that print like a letter of their own and are not it (Unicode Standard, "Do not use" tables), or
 * that no word has.
 */
export const SEQUENCES: Readonly<Record<string, string>> = {
  Deva: 'अा→आ अो→ओ अौ→औ ाे→ो ाै→ौ एे→ऐ',
  Beng: 'অা→আ',
  Guru: 'ਅਾ→ਆ ਅੈ→ਐ ਅੌ→ਔ ੲਿ→ਇ ੲੀ→ਈ ੲੇ→ਏ ੳੁ→ਉ ੳੂ→ਊ',
  Gujr: 'અા→આ અે→એ અૈ→ઐ અો→ઓ અૌ→ઔ ાે→ો ાૈ→ૌ',
  Taml: 'ஒள→ஔ',
  Grek: 'µ→μ',
}
