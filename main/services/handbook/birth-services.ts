import type { Service } from '../service'
import { findRegisteredChildrenService, getBirthFormService } from './birth-form'
import { correctBirthService, correctNewbornService } from './correct-birth'
import {
  correctMotherVisitService,
  correctNewbornVisitService,
  voidPostnatalService,
} from './correct-postnatal'
import { getFamilyThreadService } from './family-thread'
import { getPostnatalService, recordPostnatalService } from './postnatal'
import { addChildToBirthService, recordBirthService } from './record-birth'
import { voidBirthService, voidNewbornService } from './void-birth'

/** Births and the weeks after them. */
export const birthServices: readonly Service[] = [
  getBirthFormService,
  findRegisteredChildrenService,
  recordBirthService,
  addChildToBirthService,
  correctBirthService,
  correctNewbornService,
  voidBirthService,
  voidNewbornService,
  getPostnatalService,
  recordPostnatalService,
  correctMotherVisitService,
  correctNewbornVisitService,
  voidPostnatalService,
  getFamilyThreadService,
]
