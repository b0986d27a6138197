// Made from Unicode 15.0.0, DerivedBidiClass.txt and BidiBrackets.txt, by test/standards/bidi-data.ts.
// © 2022 Unicode, Inc.; terms of use: https://www.unicode.org/terms_of_use.html.
// After a change of these files: npx vitest run test/standards -u.

/** Runs of code points of one class, from U+0000 on: number of the class and length, both in base 36; none: 1. */
export const BIDI_CLASSES =
  '99 b a b c a 9e a3 b c d2 53 d5 4 7 4 72 3a 7 d6 0q d6 0q d4 96 a 9q 7 d 54 d4 0 d2 9 d2 52 32 d 0 d3 3 0 d5 0n ' +
  'd 0v d 0ch d2 07 de 02 de 05 d9 0 dh 834 04 d2 08 d 05 d2 0 d 032 d 03w 87 074 d 02 d2 5 1 819 1 8 1 82 1 82 1 ' +
  '8 11k 66 d2 2 52 2 7 2 d2 8b 21c 8l 6a 5 62 23 8 22t 87 6 d 86 22 82 d 84 22 3a 2n 8 2u 8r 22j 8b 2f 117 89 12 ' +
  'd4 13 8 1o 84 1 89 1 83 1 85 117 83 14 21c 62 26 88 216 8o 6 8w 01j 8 0 8 04 88 04 8 03 87 0a 82 0t 8 01m 8 04 ' +
  '84 08 8 0k 82 0e 52 07 5 02 8 02 82 01l 8 04 82 04 82 02 83 03 8 0u 82 03 8 0b 82 01l 8 04 85 0 82 04 8 0k 82 ' +
  '0d 5 08 86 0 8 01m 8 02 8 0 84 08 8 07 82 0b 82 0u 8 01p 8 0c 8 011 d6 5 d 05 8 03 8 01j 8 0 83 05 83 0 84 07 ' +
  '82 0b 82 0k d7 02 8 01m 8 0f 82 0k 82 0s 82 01l 82 04 84 08 8 0k 82 0t 8 020 8 07 83 0 8 02i 8 02 87 04 5 07 88 ' +
  '02q 8 02 89 0b 87 021 82 0r 8 0 8 0 8 d4 01f 8e 0 85 0 82 05 8b 0 810 09 8 02u 84 0 86 0 82 02 82 0p 82 04 83 ' +
  '0g 84 0d 8 02 82 06 8 0f 8 0jj 83 01c da 02u d 0hr c 0q d2 039 83 0t 82 0u 82 0u 82 01s 82 0 87 08 8 02 8b 07 5 ' +
  '0 8 0i da 06 db 83 9 8 039 82 0y 8 03a 83 04 82 09 8 06 83 04 d 03 d2 048 dy 0n 82 02 8 01m 8 0 87 0 8 0 8 02 ' +
  '88 06 8a 02 8 01c 8v 01d 84 01c 8 0 85 0 8 05 8 014 89 0c 82 0w 84 02 82 0 83 01k 8 0 82 03 8 0 83 01m 88 02 82 ' +
  '048 83 0 8d 0 87 04 8 06 8 03 82 05i 81s 0cd d 0 d3 0b d3 0d d3 0d d3 0d d2 0 cb 93 0 1 do c a e g i f h 7 55 ' +
  'df 7 dq c 96 j k l m 96 3 03 36 42 d3 0 3a 42 d3 0h 51c 8x 0f d2 0 d4 0 d2 0a d 0 d3 05 d6 0 d 0 d 0 d 04 5 0b ' +
  'd2 04 d5 05 d4 02 dg 015 d3 04 d3m 4 5 d82 01x dq 0 d41 0p db 0l d14 3k 026 dci 0 d9f 074 dhg 02 dw 0 d2x 06d ' +
  'd6 04 83 07 d7 03j 8 02o 8w d2m 0y dq 0 d2h 0c d5y 0q dc 04 c d4 03 dp 09 84 02 d 05 d2 05 d3 02h 82 d2 03 d ' +
  '02i d 05g d10 01l d2 01d dg 0s d3 01e df 0c d4 04n d4 02r d2 0v d 0534 d1s 0h3k d1j 092 d3 02n 84 d 8a d2 0u 82 ' +
  '028 82 0e dy 02u d 03d 8 03 8 04 8 0p 82 0 d4 8 0b 52 01m d4 024 82 0q 8i 0d 8 012 88 0p 8b 01a 83 01c 8 02 84 ' +
  '02 82 013 8 01v 86 02 82 02 82 0c 8 08 8 01b 8 01f 8 0 83 02 82 05 82 0 8 016 82 08 8 037 d2 03d 8 02 8 04 8 ' +
  '0fn3 1 8 1a 4 112 2dq di 23j d 9w 2d d3 8g da 06 8g dw 7 d 7 0 d 7 d9 5 d2 42 d3 0 d 52 d 04 23z 9 0 d2 53 d5 4 ' +
  '7 4 72 3a 7 d6 0q d6 0q db 03e 52 d3 52 0 d7 0 99 d5 92 075 d 01q d25 03 dd 03 d 02k 8 06a 8 3r 03e 85 0w5 17z ' +
  'd 169 83 1 82 15 84 114 83 14 8 14l 82 12a d7 1cg 210 84 28 6a 26 180 6v 118 82 1j 21p 83 11c 2m 8b 2v 1i 84 ' +
  '13e 0 8 01i 8f 0b dk 0a 8 02 82 0a 83 01d 84 02 82 07 8 01p 83 010 85 0 88 01q 8 0c 82 01g 89 0a 84 02 8 02n 83 ' +
  '02 8 0 82 06 8 02 8 04d 8 03 88 0l 82 01l 82 03 8 011 87 03 85 05f 88 02 83 0 8 0n 8 02c 86 0 8 04 82 0 82 06m ' +
  '84 06 82 0 82 0r 82 02d 88 02 8 0 82 0v dd 01q 8 0 8 02 86 0 8 02t 83 02 84 0 85 077 89 0 82 074 82 0 8 04 8 ' +
  '040 84 02 82 04 8 0w 86 02 82 014 86 02 84 08 8 09 86 02 83 01a 8d 0 82 0ba 87 0 86 02c 8m 02 87 0 82 0 82 03e ' +
  '86 03 8 0 82 0 87 0 8 020 82 03 8 0 8 09n 82 0b 82 01g 85 05 8 0 8 042 d8 54 dh 040e 8 06 8f 0asa 85 01n 87 0t4 ' +
  '8 01r 84 027 d 0 8 0f5k 82 0 94 03mk 81a 02 8n 0f4 83 09 98 88 02 87 0u 84 01n d2 0l d1u 83 d 056 d2f 0p0 d 01l ' +
  'd 01l d 01l d 01l d 0a 31e 0e8 81j 04 81e 08 8 0e 8 0m 85 0 8f 011s 87 0 8h 02 87 0 82 0 85 02s 8 04g 87 0af 8 ' +
  '01p 84 0f 5 0do 84 0ls 15s 87 131 87 1md 228 11s 228 14w 26o d2 2e 174 d18 04 d2s 0c df 02 df 0 df 0 d11 0a 3b ' +
  'd5 0v d 01m d6 01p d 04y d6 04a drc 04 dh 03 dd 03 d3b 04 d2n 06 dc 04 d 0f dc 04 d1k 08 da 06 d14 08 du 02 d2 ' +
  '026 d9g 0c de 02 dd 03 d9 07 d1a 0 d7 08 de 04 d9 07 d9 07 d43 0 d1j 011 3a 0sk 92 01eke 92 01eke 92 01eke 92 ' +
  '01eke 92 01eke 92 01eke 92 01eke 92 01eke 92 01eke 92 01eke 92 01eke 92 01eke 976 86o 92s0 01bem 92 01eke 92 ' +
  '01eke 92'

/** Opening and closing brackets in turn. */
export const BIDI_BRACKETS =
  '\u0028\u0029\u005B\u005D\u007B\u007D\u0F3A\u0F3B\u0F3C\u0F3D\u169B\u169C\u2045\u2046\u207D\u207E\u208D\u208E' +
  '\u2308\u2309\u230A\u230B\u2329\u232A\u2768\u2769\u276A\u276B\u276C\u276D\u276E\u276F\u2770\u2771\u2772\u2773' +
  '\u2774\u2775\u27C5\u27C6\u27E6\u27E7\u27E8\u27E9\u27EA\u27EB\u27EC\u27ED\u27EE\u27EF\u2983\u2984\u2985\u2986' +
  '\u2987\u2988\u2989\u298A\u298B\u298C\u298D\u2990\u298F\u298E\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998' +
  '\u29D8\u29D9\u29DA\u29DB\u29FC\u29FD\u2E22\u2E23\u2E24\u2E25\u2E26\u2E27\u2E28\u2E29\u2E55\u2E56\u2E57\u2E58' +
  '\u2E59\u2E5A\u2E5B\u2E5C\u3008\u3009\u300A\u300B\u300C\u300D\u300E\u300F\u3010\u3011\u3014\u3015\u3016\u3017' +
  '\u3018\u3019\u301A\u301B\uFE59\uFE5A\uFE5B\uFE5C\uFE5D\uFE5E\uFF08\uFF09\uFF3B\uFF3D\uFF5B\uFF5D\uFF5F\uFF60' +
  '\uFF62\uFF63'
