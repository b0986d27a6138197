/**
 * By script: letters of other scripts that print like one of its own, each with the one that is meant. Of the confusables
 * of UTS #39, those that stand upright in a text and look the same, not only alike.
 */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  Latn:
    // Cyrillic.
    'А→A В→B Е→E К→K М→M Н→H О→O Р→P С→C Т→T У→Y Х→X Ѕ→S І→I Ј→J Ү→Y Ӏ→I Ԍ→G Ԝ→W ' +
    'а→a е→e о→o р→p с→c у→y х→x ѕ→s і→i ј→j һ→h ӏ→l ԁ→d ԛ→q ԝ→w ' +
    // Greek.
    'Α→A Β→B Ε→E Ζ→Z Η→H Ι→I Κ→K Μ→M Ν→N Ο→O Ρ→P Τ→T Υ→Y Χ→X ο→o ' +
    // Armenian.
    'Օ→O Ս→U Տ→S օ→o ս→u հ→h ո→n ' +
    // Cherokee.
    'Ꭺ→A Ᏼ→B Ꮯ→C Ꭰ→D Ꭼ→E Ꮐ→G Ꮋ→H Ꭻ→J Ꮶ→K Ꮮ→L Ꮇ→M Ꮲ→P Ꮢ→R Ꮪ→S Ꭲ→T Ꮩ→V Ꮃ→W Ꮓ→Z',
  Cyrl:
    'A→А B→В C→С E→Е H→Н I→І J→Ј K→К M→М O→О P→Р S→Ѕ T→Т X→Х Y→У ' +
    'a→а c→с e→е i→і j→ј o→о p→р s→ѕ x→х y→у ' +
    'Α→А Β→В Γ→Г Ε→Е Η→Н Ι→І Κ→К Μ→М Ο→О Π→П Ρ→Р Τ→Т Φ→Ф Χ→Х ο→о κ→к',
  Grek:
    'A→Α B→Β E→Ε H→Η I→Ι K→Κ M→Μ N→Ν O→Ο P→Ρ T→Τ X→Χ Y→Υ Z→Ζ o→ο v→ν ' +
    'А→Α В→Β Г→Γ Е→Ε Н→Η І→Ι К→Κ М→Μ О→Ο П→Π Р→Ρ Т→Τ Ф→Φ Х→Χ о→ο',
  Armn: 'O→Օ U→Ս S→Տ o→օ u→ս h→հ n→ո',
}
