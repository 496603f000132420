// Webpack takes stylesheets out of the bundle; importing one has no value.
declare module "*.css";
