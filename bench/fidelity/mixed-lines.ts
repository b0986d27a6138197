/**
 * Lines in which both directions meet, made by hand, 40 in right-to-left and 40 in left-to-right languages.
 *
 * `|` cuts a line into pieces that run one way; it is not printed. `printed` names the pieces from left to right, by
 * their number in logical order, as UAX #9 puts them with the isolates of src/text/isolate.ts (phones, dates,
 * times, addresses, bracketed Latin). A piece with a right-to-left letter, or one of punctuation that the paragraph or
 * its neighbours make right-to-left, runs to the left.
 *
 *   |CALL |020 8356 3000| TODAY      capitals: right-to-left letters
 *    0     1             2           printed 2 1 0
 */
export interface MixedLine {
  readonly lang: string
  readonly text: string
  readonly printed: readonly number[]
  /** Language of the pieces that are a passage of their own (a span in another language), by number. */
  readonly passage?: { readonly lang: string; readonly from: number; readonly to: number }
}

const line = (lang: string, text: string, printed: string, passage?: MixedLine['passage']): MixedLine => ({
  lang,
  text,
  printed: printed.split(' ').map(Number),
  ...(passage ? { passage } : {}),
})

export const rightToLeft: readonly MixedLine[] = [
  line('ar', 'بعد |12| يوما', '2 1 0'),
  // W2: a number after an Arabic letter is AN; W5 joins "%" to EN only, so it goes on to the left of it.
  line('ar', 'ارتفع |12.5|%| هذا |العام', '4 3 2 1 0'),
  line('ar', 'اتصل |بنا |على |020 8356 3000| اليوم', '4 3 2 1 0'),
  line('ar', 'الهاتف: |+44 20 8356 3000', '1 0'),
  line('ar', 'في |2026-01-17| مساء', '2 1 0'),
  line('ar', 'بتاريخ |17/01/2026|.', '2 1 0'),
  line('ar', 'من |10:30–11:00| يوميا', '2 1 0'),
  line('ar', 'اكتب |إلى |dpo@hackney.gov.uk| أو |اتصل', '4 3 2 1 0'),
  line('ar', 'زر |https://hackney.gov.uk/privacy| الآن', '2 1 0'),
  line('ar', 'قانون |GDPR| الجديد', '2 1 0'),
  line('ar', 'قانون |البيانات |(GDPR)|.', '3 2 1 0'),
  line('ar', 'القانون |(القديم) |هنا', '2 1 0'),
  line('ar', 'قال |«مرحبا» |لنا', '2 1 0'),
  line('ar', 'خدمة |Early Help| هنا', '2 1 0'),
  // As with "%": the currency sign stays with the words before it.
  line('ar', 'السعر |£|25.50| فقط', '3 2 1 0'),
  line('ar', 'تفضل |Early Help| |(020 8356 3000)|.', '4 3 2 1 0'),
  line('he', 'תוך |30| ימים', '2 1 0'),
  // Hebrew letters leave EN as it is: W4 and W5 join full stop, "%" and "£" to it.
  line('he', 'עלה |12.5%| השנה', '2 1 0'),
  line('he', 'המחיר |£25.50| בלבד', '2 1 0'),
  line('he', 'התקשרו |020 8356 3000|.', '2 1 0'),
  line('he', 'ב-|17.01.2026| בערב', '2 1 0'),
  line('he', 'כתבו |אל |dpo@hackney.gov.uk|.', '3 2 1 0'),
  line('he', 'החוק |(GDPR)| חל', '2 1 0'),
  line('he', 'החוק |(הישן) |בוטל', '2 1 0'),
  line('he', '״שלום״ |אמר |לנו', '2 1 0'),
  line('he', 'שירות |Hackney Council| כאן', '2 1 0'),
  line('he', 'בשעות |09:00-17:00|, |א׳–ה׳', '3 2 1 0'),
  line('ur', 'یہ |قانون |(GDPR)|۔', '3 2 1 0'),
  line('ur', 'فون |020 8356 3000| پر |کریں۔', '3 2 1 0'),
  line('ur', 'وقت |10:30–11:00| تک', '2 1 0'),
  line('ur', 'تاریخ |17/01/2026| ہے۔', '2 1 0'),
  line('ur', 'ویب سائٹ |www.hackney.gov.uk| دیکھیں', '2 1 0'),
  line('ur', '”سلام“ |کہا', '1 0'),
  line('yi', 'זעט |https://hackney.gov.uk/privacy|.', '2 1 0'),
  line('yi', 'דאָס |איז |(אַלט) |געוואָרן', '3 2 1 0'),
  line('yi', 'רופֿט |020 8356 3000| הײַנט', '2 1 0'),
  line('yi', 'פֿון |Hackney Council| פֿאַר |אייך.', '3 2 1 0', { lang: 'en', from: 1, to: 1 }),
  // Persian digits are EN, after letters AN; U+066B is AN, U+066A is ET.
  line('fa', 'تا |۱۲٫۵|٪| رشد', '3 2 1 0'),
  line('fa', 'ایمیل |info@example.org| (|۲۴| ساعته)', '4 3 2 1 0'),
  line('fa', 'می‌خواهم |Wi-Fi| و |USB 3.0| را', '4 3 2 1 0'),
]

export const leftToRight: readonly MixedLine[] = [
  line('en', 'The word |שלום| means peace.', '0 1 2'),
  line('en', 'Ask for |בית |ספר| here.', '0 2 1 3'),
  line('en', 'We say |مرحبا| here.', '0 1 2'),
  line('en', 'In Arabic: |السلام |عليكم|.', '0 2 1 3'),
  // N1: a number counts as right-to-left for the space between.
  line('en', 'Room |בית |12| is free.', '0 2 1 3'),
  line('en', 'Call |אמא| on 020 8356 3000.', '0 1 2'),
  // N0: the brackets hold Hebrew, but stand in English.
  line('en', 'The word (|שלום|) is old.', '0 1 2'),
  // N0: here they follow Hebrew, and run with it.
  line('en', 'The |שלום |(ישן)| word', '0 2 1 3'),
  line('en', 'He said “|שלום|” twice.', '0 1 2'),
  line('en', 'Title: «|مرحبا|» (Arabic).', '0 1 2'),
  line('en', 'E-mail |דוד| at dpo@hackney.gov.uk.', '0 1 2'),
  line('en', 'See |דף| https://hackney.gov.uk/he now.', '0 1 2'),
  line('en', 'Born 17/01/2026 in |חיפה|.', '0 1 2'),
  line('en', 'Open 10:30–11:00 at |بيت|.', '0 1 2'),
  line('en', '|שלום| is how letters begin.', '0 1 2'),
  line('en', 'Letters begin with |שלום', '0 1'),
  line('en', 'The price in |תל |אביב| is £25.50.', '0 2 1 3'),
  line('en', 'It rose by 12.5% in |حلب|.', '0 1 2'),
  // N1: a comma between Hebrew words runs with them.
  line('en', 'Names: |דוד|, |שרה| and |יוסף|.', '0 3 2 1 4 5 6'),
  line('en', 'The form |טופס |בקשה| is free.', '0 2 1 3', { lang: 'he', from: 1, to: 2 }),
  line('en', 'It says |بعد |12| يوما|, not later.', '0 3 2 1 4', { lang: 'ar', from: 1, to: 3 }),
  line('en', 'In Urdu: |قانون |(GDPR)| ہے|.', '0 3 2 1 4', { lang: 'ur', from: 1, to: 3 }),
  line('en', 'Yiddish |דאָס |איז| fine.', '0 2 1 3'),
  line('en', 'Persian |می‌خواهم| means I want.', '0 1 2'),
  line('fr', 'Le mot «\u00A0|שלום|\u00A0» est court.', '0 1 2'),
  line('fr', 'Appelez |סבתא| au 020 8356 3000\u00A0!', '0 1 2'),
  line('zh-Hans', '我们说|שלום|，你好。', '0 1 2'),
  line('ru', 'Слово |שלום| значит мир.', '0 1 2'),
  line('el', 'Η λέξη |سلام| εδώ.', '0 1 2'),
  line('hi', 'शब्द |سلام| यहाँ है।', '0 1 2'),
  line('en', 'Arabic digits |١٢٣| alone.', '0 1 2'),
  line('en', 'In |سنة |٢٠٢٦| we met.', '0 2 1 3'),
  line('en', '|שלום| (Shalom) is a word.', '0 1 2'),
  line('en', 'Shalom (|שלום|), peace.', '0 1 2'),
  line('en', 'Mr |כהן|’s form.', '0 1 2'),
  line('en', 'From |חיפה| to |עכו| by bus.', '0 1 2 3 4'),
  line('en', 'A–B: |א–ב|.', '0 1 2'),
  line('en', 'File |קובץ|.pdf is here.', '0 1 2'),
  line('en', 'Wi-Fi |רשת| is here.', '0 1 2'),
  // The date is an isolate, neutral to its neighbours: between Hebrew and English it goes the paragraph's way.
  line('en', 'Dates |ב|-|17.01.2026| only.', '0 1 2 3 4'),
]
