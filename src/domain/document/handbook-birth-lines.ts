import type { Attendant, Birth, BirthMode, BirthPlace, MotherState, Newborn } from '../maternal/birth'
import {
  type HandbookLine,
  joined,
  line,
  named,
  present,
  unit,
  type Words,
  weeksOnPaper,
  yesNo,
} from './handbook-line'
import { dayOnPaper } from './words'

const places: Readonly<Record<BirthPlace, string>> = {
  here: 'Tại trạm',
  hospital: 'Bệnh viện',
  'commune-station': 'Trạm y tế',
  clinic: 'Phòng khám',
  home: 'Tại nhà',
  'on-the-way': 'Trên đường đi',
}
const modes: Readonly<Record<BirthMode, string>> = {
  vaginal: 'Đẻ thường',
  assisted: 'Đẻ can thiệp (giác hút, forceps)',
  caesarean: 'Mổ lấy thai',
}
const attendants: Readonly<Record<Attendant, string>> = {
  doctor: 'Bác sĩ',
  midwife: 'Nữ hộ sinh',
  nurse: 'Điều dưỡng',
  'village-midwife': 'Cô đỡ thôn bản',
  relative: 'Người nhà',
  nobody: 'Không có ai',
}
const motherStates: Readonly<Record<MotherState, string>> = {
  well: 'Khỏe',
  ill: 'Có bệnh',
  referred: 'Chuyển viện',
  died: 'Tử vong',
}

/** The rows of a birth. */
export function birthLines(birth: Birth, facts: Words): readonly HandbookLine[] {
  const by = birth.attendant && attendants[birth.attendant]
  return present([
    line('Ngày sinh', dayOnPaper(birth.bornOn)),
    line('Nơi sinh', joined([places[birth.place], birth.placeName])),
    line('Cách sinh', modes[birth.mode]),
    line('Người đỡ đẻ', joined([by, birth.attendantName])),
    line(
      'Tuổi thai khi sinh',
      birth.gestationWeeks === null ? null : weeksOnPaper(birth.gestationWeeks, birth.gestationDays),
    ),
    line('Lượng máu mất', unit(birth.bloodLossMl, 'ml')),
    ...named('Biến chứng', 'complication', birth.complications, facts, 'yellow'),
    line('Tình trạng mẹ', motherStates[birth.motherState], birth.motherState === 'well' ? 'white' : 'yellow'),
    line('Ghi chú', birth.note),
  ])
}

/** The rows of one newborn. */
export function newbornLines(newborn: Newborn, { words }: Words): readonly HandbookLine[] {
  const apgar = [newborn.apgar1, newborn.apgar5, newborn.apgar10]
  const moment = joined([newborn.bornAt, dayOnPaper(newborn.bornOn)])
  return present([
    line('Giờ sinh', moment),
    newborn.alive ? null : line('Khi sinh', 'Không sống', 'yellow'),
    line('Cân nặng', unit(newborn.weightG, 'g')),
    line('Chiều dài', unit(newborn.lengthCm, 'cm')),
    line('Vòng đầu', unit(newborn.headCm, 'cm')),
    line(
      'Apgar 1 – 5 – 10 phút',
      apgar.every(score => score === null) ? null : apgar.map(score => score ?? '?').join(' – '),
    ),
    yesNo('Khóc ngay', newborn.criedAtOnce, false),
    yesNo('Da kề da', newborn.skinToSkin),
    yesNo('Bú mẹ trong giờ đầu', newborn.breastfedWithinHour),
    yesNo('Vitamin K1', newborn.vitaminK),
    yesNo('Nhỏ mắt', newborn.eyeCare),
    line('Dị tật', newborn.defects, 'yellow'),
    ...Object.entries(newborn.screenings).map(([code, answer]) =>
      line(
        words('screening', code) ?? code,
        answer === 'normal' ? 'Bình thường' : 'Cần khám thêm',
        answer === 'normal' ? 'white' : 'yellow',
      ),
    ),
    line('Ghi chú', newborn.note),
  ])
}
