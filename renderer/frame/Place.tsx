import { lazy, type ReactNode } from 'react'
import { ReceptionScreen } from '../screens/reception/ReceptionScreen'
import type { Screen } from './navigation'

const BoardScreen = lazy(async () => ({
  default: (await import('../screens/board/BoardScreen')).BoardScreen,
}))
const ScreeningScreen = lazy(async () => ({
  default: (await import('../screens/screening/ScreeningScreen')).ScreeningScreen,
}))
const InjectionScreen = lazy(async () => ({
  default: (await import('../screens/injection/InjectionScreen')).InjectionScreen,
}))
const ObservationScreen = lazy(async () => ({
  default: (await import('../screens/observation/ObservationScreen')).ObservationScreen,
}))
const StockScreen = lazy(async () => ({
  default: (await import('../screens/stock/StockScreen')).StockScreen,
}))
const ColdChainScreen = lazy(async () => ({
  default: (await import('../screens/cold-chain/ColdChainScreen')).ColdChainScreen,
}))
const PrintJobsScreen = lazy(async () => ({
  default: (await import('../screens/documents/PrintJobsScreen')).PrintJobsScreen,
}))
const LinkScreen = lazy(async () => ({
  default: (await import('../screens/link/LinkScreen')).LinkScreen,
}))
const ConflictsScreen = lazy(async () => ({
  default: (await import('../screens/link/ConflictsScreen')).ConflictsScreen,
}))
const RegisterScreen = lazy(async () => ({
  default: (await import('../screens/register/RegisterScreen')).RegisterScreen,
}))
const AfterScreen = lazy(async () => ({
  default: (await import('../screens/after/AfterScreen')).AfterScreen,
}))
const CaseScreen = lazy(async () => ({
  default: (await import('../screens/after/CaseScreen')).CaseScreen,
}))
const RecallScreen = lazy(async () => ({
  default: (await import('../screens/after/RecallScreen')).RecallScreen,
}))
const PeopleScreen = lazy(async () => ({
  default: (await import('../screens/people/PeopleScreen')).PeopleScreen,
}))
const DuplicatesScreen = lazy(async () => ({
  default: (await import('../screens/duplicates/DuplicatesScreen')).DuplicatesScreen,
}))
const DifficultiesScreen = lazy(async () => ({
  default: (await import('../screens/difficulties/DifficultiesScreen')).DifficultiesScreen,
}))
const RegisterDoctorScreen = lazy(async () => ({
  default: (await import('../screens/register-doctor/RegisterDoctorScreen')).RegisterDoctorScreen,
}))
const ReviewScreen = lazy(async () => ({
  default: (await import('../screens/duplicates/ReviewScreen')).ReviewScreen,
}))
const DueScreen = lazy(async () => ({
  default: (await import('../screens/due/DueScreen')).DueScreen,
}))
const HandbookScreen = lazy(async () => ({
  default: (await import('../screens/handbook/HandbookScreen')).HandbookScreen,
}))
const IndicatorsScreen = lazy(async () => ({
  default: (await import('../screens/indicators/IndicatorsScreen')).IndicatorsScreen,
}))
const PlanScreen = lazy(async () => ({
  default: (await import('../screens/plan/PlanScreen')).PlanScreen,
}))
const PersonScreen = lazy(async () => ({
  default: (await import('../screens/person/PersonScreen')).PersonScreen,
}))
const SetUpScreen = lazy(async () => ({
  default: (await import('../screens/set-up/SetUpScreen')).SetUpScreen,
}))
const ImportScreen = lazy(async () => ({
  default: (await import('../screens/import/ImportScreen')).ImportScreen,
}))
const ScannerScreen = lazy(async () => ({
  default: (await import('../screens/scanner/ScannerScreen')).ScannerScreen,
}))
const PrintersScreen = lazy(async () => ({
  default: (await import('../screens/printers/PrintersScreen')).PrintersScreen,
}))
const SchedulesScreen = lazy(async () => ({
  default: (await import('../screens/schedules/SchedulesScreen')).SchedulesScreen,
}))
const TransferScreen = lazy(async () => ({
  default: (await import('../screens/household/TransferScreen')).TransferScreen,
}))
const CourierScreen = lazy(async () => ({
  default: (await import('../screens/link/CourierScreen')).CourierScreen,
}))
const OldAddressesScreen = lazy(async () => ({
  default: (await import('../screens/household/OldAddressesScreen')).OldAddressesScreen,
}))
const VerifyScreen = lazy(async () => ({
  default: (await import('../screens/certificate/VerifyScreen')).VerifyScreen,
}))
const KeysScreen = lazy(async () => ({
  default: (await import('../screens/certificate/KeysScreen')).KeysScreen,
}))

const CloseDayScreen = lazy(async () => ({
  default: (await import('../screens/close-day/CloseDayScreen')).CloseDayScreen,
}))

const BirthScreen = lazy(async () => ({
  default: (await import('../screens/birth/BirthScreen')).BirthScreen,
}))
const PostnatalScreen = lazy(async () => ({
  default: (await import('../screens/birth/PostnatalScreen')).PostnatalScreen,
}))
const FamilyThreadScreen = lazy(async () => ({
  default: (await import('../screens/family-thread/FamilyThreadScreen')).FamilyThreadScreen,
}))

const SupervisionScreen = lazy(async () => ({
  default: (await import('../screens/supervision/SupervisionScreen')).SupervisionScreen,
}))
const ReportsScreen = lazy(async () => ({
  default: (await import('../screens/reports/ReportsScreen')).ReportsScreen,
}))
const ReportScreen = lazy(async () => ({
  default: (await import('../screens/reports/ReportScreen')).ReportScreen,
}))

type At<Name extends Screen['name']> = Extract<Screen, { readonly name: Name }>

/** What is shown at each place; a place without an entry does not compile. */
const places: { readonly [Name in Screen['name']]: (screen: At<Name>) => ReactNode } = {
  board: () => <BoardScreen />,
  reception: ({ query, checkedIn, scanned }) => (
    <ReceptionScreen query={query ?? null} checkedIn={checkedIn ?? null} scanned={scanned ?? null} />
  ),
  screening: screen => <ScreeningScreen key={screen.visitId ?? 'next'} {...visitOf(screen)} />,
  injection: screen => <InjectionScreen key={screen.visitId ?? 'next'} {...visitOf(screen)} />,
  observation: () => <ObservationScreen />,
  after: ({ tab }) => <AfterScreen key={tab ?? 'calls'} tab={tab} />,
  'aefi-case': ({ caseId }) => <CaseScreen key={caseId} caseId={caseId} />,
  recall: ({ lotId }) => <RecallScreen key={lotId} lotId={lotId} />,
  people: () => <PeopleScreen />,
  duplicates: ({ tab }) => <DuplicatesScreen tab={tab} />,
  'merge-review': screen => <ReviewScreen key={`${screen.leftId} ${screen.rightId}`} pair={screen} />,
  due: () => <DueScreen />,
  handbook: ({ tab }) => <HandbookScreen tab={tab} />,
  indicators: ({ tab }) => <IndicatorsScreen tab={tab} />,
  plan: () => <PlanScreen />,
  difficulties: () => <DifficultiesScreen />,
  'register-doctor': () => <RegisterDoctorScreen />,
  person: ({ personId, tab, open, field }) => (
    <PersonScreen key={personId} personId={personId} tab={tab} open={open} field={field ?? null} />
  ),
  register: ({ prefill }) => <RegisterScreen prefill={prefill ?? null} />,
  stock: () => <StockScreen />,
  'cold-chain': () => <ColdChainScreen />,
  'print-jobs': () => <PrintJobsScreen />,
  link: () => <LinkScreen />,
  conflicts: () => <ConflictsScreen />,
  'set-up': () => <SetUpScreen />,
  import: () => <ImportScreen />,
  schedules: () => <SchedulesScreen />,
  scanner: () => <ScannerScreen />,
  printers: () => <PrintersScreen />,
  transfer: ({ text }) => <TransferScreen scanned={text ?? null} />,
  'old-addresses': () => <OldAddressesScreen />,
  verify: ({ text, scanId }) => <VerifyScreen key={scanId ?? ''} scanned={text ?? null} />,
  'certificate-keys': () => <KeysScreen />,
  courier: () => <CourierScreen />,
  birth: ({ motherId, pregnancyId, childId, birthId }) => (
    <BirthScreen
      key={`${motherId} ${birthId}`}
      motherId={motherId}
      pregnancyId={pregnancyId}
      childId={childId ?? null}
      birthId={birthId ?? null}
    />
  ),
  postnatal: ({ birthId }) => <PostnatalScreen key={birthId} birthId={birthId} />,
  'family-thread': ({ personId }) => <FamilyThreadScreen key={personId} personId={personId} />,
  supervision: () => <SupervisionScreen />,
  reports: () => <ReportsScreen />,
  report: ({ key }) => <ReportScreen key={JSON.stringify(key)} initial={key} />,
  'close-day': ({ on }) => <CloseDayScreen key={on ?? 'today'} on={on ?? null} />,
}

export function Place({ screen }: { readonly screen: Screen }) {
  const show = places[screen.name] as (screen: Screen) => ReactNode
  return show(screen)
}

function visitOf(screen: { readonly visitId?: string }): { visitId?: string } {
  return screen.visitId === undefined ? {} : { visitId: screen.visitId }
}
