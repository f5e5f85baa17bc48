import Handsontable from 'handsontable/base';
import { Autofill } from 'handsontable/plugins/autofill';
import { registerPlugin } from 'handsontable/plugins/registry';
import 'handsontable/styles/handsontable.css';
import 'handsontable/styles/ht-theme-main-no-icons.css';

// One by one: the full bundle would bring an older HyperFormula with it.
registerPlugin(Autofill);

/** Under this key Handsontable is used for non-commercial purposes; a bought key replaces it. */
export const freeLicenceKey = 'non-commercial-and-evaluation';

export { Handsontable };
export type Core = InstanceType<typeof Handsontable.Core>;
export type GridSettings = NonNullable<ConstructorParameters<typeof Handsontable.Core>[1]>;
