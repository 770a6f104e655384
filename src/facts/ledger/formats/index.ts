import type { Format } from "../format.ts"
import { BINANCE } from "./binance.ts"
import { BINGX } from "./bingx.ts"
import { BITFINEX } from "./bitfinex.ts"
import { BITGET } from "./bitget.ts"
import { BYBIT } from "./bybit.ts"
import { COINBASE } from "./coinbase.ts"
import { CRYPTO_COM } from "./crypto-com.ts"
import { GATE } from "./gate.ts"
import { HTX } from "./htx.ts"
import { KRAKEN } from "./kraken.ts"
import { KUCOIN } from "./kucoin.ts"
import { MEXC } from "./mexc.ts"
import { OKX } from "./okx.ts"

/** Every format of export files that is read. */
export const FORMATS: readonly Format[] = [
    ...BINANCE,
    ...OKX,
    ...BYBIT,
    ...KUCOIN,
    ...BITGET,
    ...GATE,
    ...MEXC,
    ...HTX,
    ...COINBASE,
    ...KRAKEN,
    ...BINGX,
    ...CRYPTO_COM,
    ...BITFINEX,
]
