const euro = new Intl.NumberFormat("en-IE", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });

const shortEuro = new Intl.NumberFormat("en-IE", { style: "currency", currency: "EUR", notation: "compact" });

export function showMoney(amount: number): string {
  return euro.format(amount);
}

/** "€226K", where there is room for little. */
export function showShortMoney(amount: number): string {
  return shortEuro.format(amount);
}
