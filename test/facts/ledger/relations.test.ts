import { expect, test } from "vitest"
import { chosenRows } from "../../../src/facts/ledger/reckon.ts"
import { quantityRelations } from "../../../src/facts/ledger/relations.ts"
import { ALL, exportFile, futuresOrder, later, ORDERS_HEAD, reckoned } from "./exports.ts"

test("a quantity is the open position, the rest of an order, or nothing that arithmetic knows", async () => {
    const rows = [
        futuresOrder(later(0), 1, "AAAUSDT", "买入", "100", "100", { filled: "60", status: "已撤销" }),
        futuresOrder(later(1), 2, "AAAUSDT", "买入", "40", "40"),
        futuresOrder(later(2), 3, "AAAUSDT", "卖出", "100", "80"),
        futuresOrder(later(3), 4, "AAAUSDT", "卖出", "520", "80"),
        futuresOrder(later(4), 5, "AAAUSDT", "买入", "520", "90"),
        futuresOrder(later(5), 6, "BBBUSDT", "卖出", "520", "90"),
    ]
    const { ledger } = await reckoned([exportFile("X01", "a.csv", ORDERS_HEAD + rows.join(""))], ALL)
    const found = quantityRelations(chosenRows(ledger))
    expect(found.map(({ row, relation, of }) => [row, relation, of])).toEqual([
        [2, "none", undefined],
        [3, "rest", 2],
        [4, "closes", undefined],
        [5, "none", undefined],
        [6, "closes", undefined],
        [7, "none", undefined],
    ])
})
