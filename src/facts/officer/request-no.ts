import * as z from "zod"
import { fault } from "../case/fields.ts"

/** Number of a request among those of its case: a whole number from 1 to 99, as text. */
export const requestNo = z.string().superRefine((value, context) => {
    if (!/^[1-9]\d?$/.test(value)) fault(context, "request.number.format", { found: value })
})
