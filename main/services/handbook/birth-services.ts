import type { Service } from '../service'
import { findRegisteredChildrenService, getBirthFormService } from './birth-form'
import { correctBirthService, correctNewbornService } from './correct-birth'
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
]
