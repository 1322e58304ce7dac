/** What a window may sound for; each PC chooses for itself. */
export type ChimeName = 'timer-chime' | 'call-chime'

/** Two tones, in Hz and seconds: down for "come", up for "over". */
const tones: Readonly<Record<ChimeName, readonly number[]>> = {
  'timer-chime': [784, 1046.5],
  'call-chime': [659.3, 523.3],
}
const toneSeconds = 0.45
const loudness = 0.25

let audio: AudioContext | null = null

/** True unless this PC was told to be silent. */
export function isChimeOn(name: ChimeName): boolean {
  return localStorage.getItem(name) !== 'off'
}

/** Lets this PC sound, or not; other windows of it hear of it. */
export function chooseChime(name: ChimeName, on: boolean): void {
  localStorage.setItem(name, on ? 'on' : 'off')
}

/**
 * Sounds two tones made by the window itself, so that no file and no right to load media is needed. Silent when this PC was
 * told so. A machine without a loudspeaker has the words on the screen.
 */
export function chime(name: ChimeName): void {
  if (!isChimeOn(name)) return
  audio ??= new AudioContext()
  const start = audio.currentTime + 0.02
  for (const [at, frequency] of tones[name].entries()) sound(audio, frequency, start + at * toneSeconds)
}

function sound(context: AudioContext, frequency: number, from: number): void {
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = frequency
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(loudness, from + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, from + toneSeconds)
  tone.connect(volume).connect(context.destination)
  tone.start(from)
  tone.stop(from + toneSeconds)
}
