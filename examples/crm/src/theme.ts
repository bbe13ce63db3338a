import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from "react-admin";

const shared: RaThemeOptions = {
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    h1: { fontSize: "1.6rem", fontWeight: 650, letterSpacing: "-0.015em", lineHeight: 1.25 },
    h2: { fontSize: "1.05rem", fontWeight: 650, lineHeight: 1.4 },
    button: { textTransform: "none", fontWeight: 600 },
  },
  sidebar: { width: 224, closedWidth: 56 },
  components: {
    MuiButton: { defaultProps: { disableElevation: true } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: "none" } } },
    MuiCard: {
      defaultProps: { variant: "outlined" },
      styleOverrides: { root: { borderRadius: 10 } },
    },
    MuiTextField: { defaultProps: { variant: "outlined", size: "small", margin: "dense", fullWidth: true } },
    MuiFormControl: { defaultProps: { variant: "outlined", size: "small", margin: "dense", fullWidth: true } },
    RaListToolbar: { styleOverrides: { root: { "&&": { backgroundColor: "transparent" } } } },
    MuiTableCell: { styleOverrides: { head: { fontWeight: 600 } } },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: "1.15rem", fontWeight: 650 } } },
    MuiDialog: { defaultProps: { fullWidth: true, maxWidth: "sm" } },
  },
};

const light: RaThemeOptions = {
  palette: {
    mode: "light",
    primary: { main: "#1c4a7d" },
    secondary: { main: "#1c4a7d" },
    background: { default: "#f4f6f9", paper: "#ffffff" },
    text: { primary: "#182230", secondary: "#556274" },
    divider: "#dfe4eb",
  },
};

const dark: RaThemeOptions = {
  palette: {
    mode: "dark",
    primary: { main: "#8fb9ec" },
    secondary: { main: "#8fb9ec" },
    background: { default: "#10151c", paper: "#181f29" },
    text: { primary: "#e8edf4", secondary: "#a3afbf" },
    divider: "#2b3543",
  },
};

export const lightTheme: RaThemeOptions = extend(defaultLightTheme, light);
export const darkTheme: RaThemeOptions = extend(defaultDarkTheme, dark);

function extend(base: RaThemeOptions, own: RaThemeOptions): RaThemeOptions {
  return { ...base, ...shared, ...own, components: { ...base.components, ...shared.components } };
}
