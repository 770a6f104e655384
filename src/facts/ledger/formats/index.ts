import type { Format } from "../format.ts"
import { BINANCE } from "./binance.ts"

/** Every format of export files that is read, the more specific ones of one exchange first. */
export const FORMATS: readonly Format[] = [...BINANCE]
