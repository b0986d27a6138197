import eslint from '@eslint/js'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  // dist-*: where people compile to beside dist, to try a change out without touching the program that others run.
  { ignores: ['dist/**', 'dist-*/**', 'output/**', 'coverage/**'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in messages are the normal case in a program about measures.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Code points are what fonts and ToUnicode maps count; where a reader's letters are meant, Intl.Segmenter counts.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // One class stays where a foreign library asks for a class (see text/harfbuzz.ts).
      '@typescript-eslint/no-extraneous-class': 'off',
      // `array[i]!` is used only after a length check; noUncheckedIndexedAccess makes each such place visible.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
