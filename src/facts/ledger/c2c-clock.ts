/**
 * The clock inside a C2C order number of Binance: two digits, then a number whose upper bits are milliseconds since
 * 2019-08-28T12:06:44Z. Undocumented; found to fit 170 orders of three years within 1.4 s. It serves to propose a zone and
 * to show a row that was edited, never as evidence by itself.
 */
const START = 1_566_994_004_000n

/** Milliseconds since 1970 of an order number; `undefined` for one of another form. */
export function orderClock(orderNumber: string): number | undefined {
    if (!/^2\d{18,21}$/.test(orderNumber)) return undefined
    const ms = Number((BigInt(orderNumber.slice(2)) >> 22n) + START)
    return ms > Number(START) && ms < Date.UTC(2100, 0, 1) ? ms : undefined
}

/** How far a wall clock may be from the order's own, in ms. */
export const CLOCK_SLACK = 5000
