// As in addin: webpack takes stylesheets, importing one has no value.
declare module "*.css";
