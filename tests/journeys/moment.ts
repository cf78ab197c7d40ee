// Loaded before a server: its clock starts at the moment ZONGBAN_MOMENT names and runs on from there.
const shift = Date.parse(process.env['ZONGBAN_MOMENT']!) - Date.now();
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...parts: []) {
    if (parts.length) super(...parts);
    else super(Real.now() + shift);
  }
  static override now() {
    return Real.now() + shift;
  }
} as DateConstructor;
