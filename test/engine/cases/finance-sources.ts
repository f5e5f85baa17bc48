/** Why LibreOffice gives a rate where Excel gives none. */
export const searchGoesOn = 'its search goes on where that of Excel ends';
/** It follows from the definition of the function. */
export const closedForm = 'closed form';
/** Microsoft's documentation of the DAX function of the same name, which is Excel's. */
export const dax = (name: string) => `Microsoft, DAX function reference, ${name}`;
/** Published with the library ExcelFinancialFunctions, whose test data and notes are of Excel 2010. */
export const excel2010 = 'Excel 2010, test data of ExcelFinancialFunctions';
