/**
 * Words that ICU's dictionary takes for several: "ท้องถิ่น" (local) for "ท้อง" (belly) and "ถิ่น" (place). All words of
 * the notice in Thai were looked through (ICU 78), and those that are one word in print are here; compounds that may be
 * read as a phrase, such as "เก็บ รวบรวม" (to collect), are not. In a phrase with the same letters, such as "ที่ อยู่" (that
 * is at), a break less does no harm.
 */
export const THAI_COMPOUNDS: ReadonlySet<string> = new Set([
  'ท้องถิ่น', // local
  'ตรวจสอบ', // check
  'ตรวจทาน', // proofread
  'เจ้าหน้าที่', // officer
  'วันที่', // date
  'วันเกิด', // birthday
  'ส่วนตัว', // private
  'ส่วนบุคคล', // personal
  'ส่วนรวม', // public
  'ภายใต้', // under
  'ช่วยเหลือ', // help
  'รายละเอียด', // detail
  'เกี่ยวกับ', // about
  'รวมถึง', // including
  'อ่อนไหว', // sensitive
  'ภูมิหลัง', // background
  'อัตลักษณ์', // identity
  'ตัวตน', // self
  'ตัวเอง', // oneself
  'ที่อยู่', // address
  'ที่อยู่อาศัย', // home
  'อยู่อาศัย', // dwell
  'ดำเนินคดี', // prosecute
  'กล่าวหา', // accuse
  'กล่าวคือ', // namely
  'แบ่งปัน', // share
  'จัดเก็บ', // store
  'หน่วยงาน', // agency
  'ประมวลผล', // process
  'ว่าด้วย', // concerning
  'รับผิดชอบ', // be responsible
  'เป็นอยู่', // live
  'อยู่ดีมีสุข', // well-being
  'รับสมัคร', // recruit
  'สถานศึกษา', // school
  'สุขภาพจิต', // mental health
  'ดับเพลิง', // firefighting
  'คุมประพฤติ', // probation
  'บุตรบุญธรรม', // adopted child
  'เข้าถึง', // access
  'ถูกต้อง', // correct
  'เพิ่มเติม', // further
  'บางครั้ง', // sometimes
  'คิดเห็น', // think
  'เกิดขึ้น', // happen
  'บ้านพัก', // lodging
  'ข้างใน', // inside
  'ข้อบังคับ', // regulation
  'เหล่านี้', // these
  'นอกจากนี้', // besides
  'อย่างไรก็ตาม', // however
  'แต่เนิ่น', // early
  'ทำผิด', // do wrong
  'กระทำผิด', // commit an offence
  'ได้รับ', // receive
])
