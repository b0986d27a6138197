import type { Languages } from './keep-together.js'
import { MAY_BREAK, NO_BREAK, WORD_BREAK } from './line-break-rules.js'

/**
 * Words that are written with a space between their syllables, by language: a line ends within one of them only where
 * each other end would be worse. It is a list of the language and not of a workspace's texts, as is short-words.ts: a
 * passage in the language is broken by it in any leaflet. A language that is not here has none.
 */
const COMPOUNDS: Readonly<Record<string, string>> = {
  vi: `an lành, an toàn, bao gồm, bác sĩ, bàn tay, bưu chính, bản dịch, bản nháp, bản sắc, bản thân, bảo vệ, bắt buộc, bộ phận,
    cao đẳng, chi tiết, chia sẻ, cho phép, chuyên môn, chính phủ, chính quyền, chính thức, chúng tôi, chương trình,
    chăm sóc, chỉnh sửa, con nuôi, cung cấp, cá nhân, cán bộ, cáo buộc, có thể, công quyền, công việc, cơ quan, cơ sở,
    cảm nhận, cảnh sát, cập nhật, cần thiết, cộng đồng, cứu hỏa, cứu hộ, danh sách, dân tộc, dịch vụ, dữ liệu,
    gia đình, gian lận, giáo dục, giúp đỡ, giới tính, hoàn cảnh, hành vi, hình sự, hình ảnh, hòa nhập, hướng dẫn, hạn chế,
    hỗ trợ, hội đồng, hợp pháp, khu vực, khuôn khổ, kiểm tra, kết quả, kể cả, liên hệ, liên quan, luật sư, làm việc,
    lâm sàng, lý do, lương hưu, lưu giữ, nghĩa vụ, nguồn gốc, người dân, người ta, ngôi nhà, ngày sinh, ngày tháng,
    nhiệm vụ, nhu cầu, như vậy, nhà ở, nhân viên, nhạy cảm, niềm tin, nuôi dưỡng, nói dối, nội trú, pháp luật, pháp lý,
    phòng ban, phòng ngừa, phúc lợi, phạm tội, phụ huynh, phụ trách, phục vụ, quan trọng, quy định, quyền lợi, quý vị,
    quản chế, quản lý, riêng tư, suy nghĩ, sử dụng, sức khỏe, sự kiện, thanh thiếu, thay đổi, thiếu niên, thu thập,
    thông báo, thông tin, thẩm quyền, thế nào, thời gian, thủ tục, thực hiện, tiêu chuẩn, truy cập, trường học, trẻ em,
    trở thành, trợ cấp, tuy nhiên, tuyển chọn, tái hòa, tâm thần, tâm trí, tình trạng, tìm kiếm, tính chất, tòa nhà, tòa án,
    tôn giáo, tương tự, tương xứng, tất cả, tập hợp, tố tụng, tội phạm, vi phạm, vui lòng, vấn đề, văn bản, văn hóa, ví dụ,
    vụ việc, xuất xứ, xã hội, xác định, xảy ra, xử lý, y tế, ý kiến, yêu cầu, ủng hộ, điều trị, điện thoại, đơn vị,
    đại diện, đầy đủ, đặc biệt, địa chỉ, địa phương, định nghĩa, đối tác, đồng ý`,
}

const pairs = new Map<string, ReadonlySet<string> | undefined>()

function compoundsOf(lang: string): ReadonlySet<string> | undefined {
  const language = lang.toLowerCase().split('-')[0]!
  if (!pairs.has(language)) {
    const list = COMPOUNDS[language]
    pairs.set(language, list === undefined ? undefined : new Set(list.split(/,\s+/)))
  }
  return pairs.get(language)
}

/** Thai: "การ" and "ความ" make nouns of the word after them, and say nothing by themselves. */
const PREFIXES = /การ|ความ/g
const THAI = /[\u0E00-\u0E7F]/

/** Marks the breaks within compounds, and after prefixes. */
export function keepCompounds({ text, languages }: Languages, breaks: Uint8Array): void {
  for (const { 0: prefix, index } of THAI.test(text) ? text.matchAll(PREFIXES) : []) {
    // Within a word, such as "บริการ" (service), it is none.
    const starts = index === 0 || breaks[index] !== NO_BREAK || /[^\u0E00-\u0E7F]/.test(text[index - 1]!)
    const end = index + prefix.length
    if (starts && breaks[end] === MAY_BREAK && THAI.test(text[end]!)) breaks[end] = WORD_BREAK
  }
  let start = 0
  for (const { end, lang } of languages) {
    const compounds = compoundsOf(lang)
    if (compounds) {
      for (const { at, pair } of pairsOf(text.slice(start, end))) {
        if (breaks[start + at] === MAY_BREAK && compounds.has(pair)) breaks[start + at] = WORD_BREAK
      }
    }
    start = end
  }
}

/** All words that follow each other with a space between, in small letters; `at`: where the second starts. */
function* pairsOf(text: string): Generator<{ readonly at: number; readonly pair: string }> {
  let before: { word: string; end: number } | undefined
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const small = word.toLowerCase().normalize('NFC')
    if (before?.end === index - 1 && text[index - 1] === ' ') yield { at: index, pair: `${before.word} ${small}` }
    before = { word: small, end: index + word.length }
  }
}

const WORDS = /[\p{L}\p{M}]+/gu
