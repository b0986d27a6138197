/**
 * How gettext chooses plural forms, by language, as its manual and Unicode's CLDR have it. Tools want it in the header;
 * Doorstep's own entries have no plural forms in gettext's sense, so that a language that is not here only lacks the line.
 */
const FORMS: readonly (readonly [languages: string, forms: string])[] = [
  ['id ja km ko lo ms my th vi zh', 'nplurals=1; plural=0;'],
  ['am bn fa fr gu hi hy ln pt ti tr zu', 'nplurals=2; plural=(n > 1);'],
  [
    'af bg ca ckb da de el en es et eu fi gl hu it ka kn ku lg mr nb ne nl nn no om ps pa rm rom sd so sq sv sw ta te tk ug ur uz yi yo',
    'nplurals=2; plural=(n != 1);',
  ],
  ['ar', 'nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);'],
  [
    'bs hr ru sr uk be',
    'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);',
  ],
  ['cs sk', 'nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);'],
  ['cy', 'nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);'],
  ['ga', 'nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4);'],
  ['he', 'nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);'],
  ['lt', 'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);'],
  ['lv', 'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n!=0 ? 1 : 2);'],
  ['pl', 'nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);'],
  ['ro', 'nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);'],
  ['sl', 'nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);'],
]

export const pluralForms = (tag: string): string | undefined =>
  FORMS.find(([languages]) => languages.split(' ').includes(tag.split('-')[0]!))?.[1]
